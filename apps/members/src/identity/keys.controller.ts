import { Controller, Get, Header } from '@nestjs/common';
import { SigningKeys } from './signing-keys.js';

/** The public halves of the keys that identity tokens are signed with (RFC 7517 §5). */
@Controller('members/keys.json')
export class KeysController {
  constructor(private readonly keys: SigningKeys) {}

  @Get()
  @Header('content-type', 'application/jwk-set+json')
  @Header('cache-control', 'public, max-age=60')
  async published() {
    return JSON.stringify(await this.keys.published());
  }
}
