import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '#platform';
import { momentInWords, Site } from '#ui';
import { ReadErasure, type Erasure } from '../read-erasure.js';
import { receiptPath } from '../receipt.js';
import { ErasureParts, isOver } from './erasure-parts.js';

/** Shows whoever was erased, who cannot sign in any more, how far that has come. The address is what lets them in. */
@Controller('members/erasures/:receipt')
export class ErasureReceiptPage {
  constructor(
    private readonly site: Site,
    private readonly erasures: ReadErasure,
  ) {}

  @Get()
  async show(@Param('receipt') receipt: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const erasure = await this.erasures.byReceipt(receipt);
    if (!erasure) {
      throw notFound('There is no receipt at this address. Receipts are kept for a year.');
    }
    const over = isOver(erasure);
    return this.site.send(request, reply, {
      title: over ? 'You have been erased' : 'You are being erased',
      noIndex: true,
      ...(over ? {} : { reloadWithoutScripts: 3 }),
      main: <Receipt erasure={erasure} address={this.site.absolute(receiptPath(receipt))} />,
    });
  }
}

function Receipt({ erasure, address }: { readonly erasure: Erasure; readonly address: string }) {
  const over = isOver(erasure);
  return (
    <>
      <h1 class="govuk-heading-xl">{over ? 'You have been erased' : 'You are being erased'}</h1>
      <p class="govuk-body">
        Asked for on {momentInWords(erasure.askedAt)}.{' '}
        {over
          ? 'Every part of the site has forgotten you.'
          : 'Each part of the site forgets you as soon as it hears of it; open this page again to see how far it has come.'}
      </p>
      <ErasureParts erasure={erasure} />
      <p class="govuk-body">
        You cannot sign in any more, so keep this address if you want to look again. It works for a year, and
        nothing in it tells who you are.
      </p>
      <p class="cn-address">{address}</p>
    </>
  );
}
