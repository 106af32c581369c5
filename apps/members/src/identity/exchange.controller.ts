import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { exchangeRequestSchema, Problem, type ExchangeAnswer } from '#platform';
import { Exchange } from './exchange.js';

/** Where the shell asks who somebody is. */
@Controller('internal/identity')
export class ExchangeController {
  constructor(private readonly exchange: Exchange) {}

  @Post()
  @HttpCode(200)
  async answer(@Body() body: unknown): Promise<ExchangeAnswer> {
    const asked = exchangeRequestSchema.safeParse(body);
    if (asked.success) return this.exchange.answer(asked.data);
    throw new Problem({
      status: 400,
      code: 'not-an-exchange',
      title: 'We could not read that',
      detail: 'Send one session or one API token.',
    });
  }
}
