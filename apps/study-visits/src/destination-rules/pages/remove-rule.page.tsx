import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem } from '#platform';
import { form, readVersion, sendForm, Site, submittedValues } from '#ui';
import { ruleChangePath, rulePath } from '../addresses.js';
import { demandsInWords } from '../in-words.js';
import { ReadRules } from '../read-rules.js';
import { SaveRules } from '../save-rules.js';

/** Asks once more before a rule is removed. */
@Controller('visits/manage/rules/:ruleId/remove')
export class RemoveRulePage {
  constructor(
    private readonly site: Site,
    private readonly rules: ReadRules,
    private readonly save: SaveRules,
  ) {}

  @Get()
  show(@Param('ruleId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.send(request, reply, id, null);
  }

  @Post()
  async remove(
    @Param('ruleId') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = readVersion(submittedValues(body)) ?? 0;
    try {
      const { changeId } = await this.save.remove(actorOf(request), { id, version });
      return await this.site.redirect(reply, ruleChangePath(changeId ?? ''), {
        type: 'success',
        text: 'The rule is removed, and everybody is judged anew.',
      });
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      return this.send(request, reply, id, error.detail);
    }
  }

  private async send(request: FastifyRequest, reply: FastifyReply, id: string, refusal: string | null) {
    const rule = await this.rules.one(id);
    const page = {
      heading: 'Remove this rule?',
      action: rulePath(id, 'remove'),
      back: rulePath(id),
      form: form({}, refusal === null ? [] : [{ field: '', message: refusal }]),
      hidden: { version: String(rule.version) },
      saveLabel: 'Remove the rule',
      isWarning: true,
      cancelLabel: 'Keep it',
      children: (
        <p class="govuk-body">
          {demandsInWords(rule)} Everybody is judged anew without it. To have another count from some day on,
          add that one instead: then this counts until then.
        </p>
      ),
    };
    return sendForm(this.site, request, reply, page, refusal === null ? 200 : 409);
  }
}
