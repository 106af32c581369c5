import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '#checks';
import { valueOf } from '#platform';
import {
  field,
  form,
  pickFields,
  refusedFields,
  Select,
  sendForm,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { isProblem } from '../../visits/pages/visit-forms.js';
import { hostPath, hostsPath } from '../addresses.js';
import { KeepHosts } from '../keep-hosts.js';
import { ReadHosts } from '../read-hosts.js';

const names = ['into'] as const;

/** Makes one of two hosts that are the same. */
@Controller('visits/manage/hosts/:hostId/merge')
export class MergeHostPage {
  constructor(
    private readonly site: Site,
    private readonly hosts: ReadHosts,
    private readonly keep: KeepHosts,
  ) {}

  @Get()
  show(@Param('hostId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.ask(request, reply, id, form());
  }

  @Post()
  async merge(@Param('hostId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const values = pickFields(submittedValues(request.body), names);
    const into = textIn(values, 'into');
    try {
      if (into === '') valueOf(refuse('into', 'missing', 'Choose the host that stays.'));
      const host = await this.keep.merge(id, into);
      return this.site.redirect(reply, hostPath(host.id), { type: 'success', text: 'The two are one now.' });
    } catch (error) {
      if (isProblem(error, 404)) {
        // A second press of the button: what it asks for is done.
        const text = 'One of the two is not there any more. If you pressed twice, they are one already.';
        return this.site.redirect(reply, hostsPath, { type: 'important', text });
      }
      return this.ask(request, reply, id, form(values, refusedFields(error, names)));
    }
  }

  private async ask(request: FastifyRequest, reply: FastifyReply, id: string, shown: Form) {
    const host = await this.hosts.one(id);
    const others = (await this.hosts.all()).filter((other) => other.id !== host.id);
    return sendForm(this.site, request, reply, {
      heading: `Merge “${host.name}” into another host`,
      back: hostPath(id),
      backText: host.name,
      action: hostPath(id, 'merge'),
      form: shown,
      saveLabel: 'Merge them',
      isWarning: true,
      children: (
        <>
          <p class="govuk-body">
            What was planned here is planned at the other one then, which keeps its own name and address and
            gets these contacts and notes as well. This cannot be undone.
          </p>
          <Select
            {...field(shown, 'into')}
            label="Which one stays?"
            items={[
              { value: '', text: 'Choose a host' },
              ...others.map((other) => ({ value: other.id, text: other.name })),
            ]}
          />
        </>
      ),
    });
  }
}
