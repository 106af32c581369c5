import { Button, EmptyState, momentInWords, ResponsiveTable } from '#ui';
import { tokensPath } from '../../account/addresses.js';
import type { ApiTokenRow } from '../api-token.entity.js';
import { scopeInWords } from '../domain/scope.js';

const columns = [
  { key: 'name', heading: 'Name' },
  { key: 'scope', heading: 'May do' },
  { key: 'made', heading: 'Made' },
  { key: 'used', heading: 'Last used' },
  { key: 'end', heading: 'Works until' },
  { key: 'revoke', heading: 'Revoke' },
] as const;

/** What a person's programs sign in with. */
export function TokensView({ tokens }: { readonly tokens: readonly ApiTokenRow[] }) {
  return (
    <>
      <h1 class="govuk-heading-xl">API tokens</h1>
      <p class="govuk-body">
        With a token a program can do in your name what you may do, within the token’s scope. What you may not
        do any more, it may not either.
      </p>
      <Button href={`${tokensPath}/new`}>Make a token</Button>
      {tokens.length === 0 ? (
        <EmptyState titleText="No tokens yet">
          <p class="govuk-body">Your tokens will be listed here, with when each was last used.</p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption="Your tokens"
          captionClasses="govuk-visually-hidden"
          columns={columns}
          rows={tokens.map(cellsOf)}
        />
      )}
    </>
  );
}

function cellsOf({ id, name, scopes, createdAt, lastUsedAt, expiresAt }: ApiTokenRow) {
  return [
    name,
    <>
      {scopes.map((scope) => (
        <div key={scope.app}>{scopeInWords(scope)}</div>
      ))}
    </>,
    momentInWords(createdAt),
    lastUsedAt === null ? 'Never' : momentInWords(lastUsedAt),
    momentInWords(expiresAt),
    <a class="govuk-link" href={`${tokensPath}/${id}/revoke`}>
      Revoke<span class="govuk-visually-hidden"> {name}</span>
    </a>,
  ];
}

/** Asks before a token is revoked. */
export function RevokeView({ id, name }: Pick<ApiTokenRow, 'id' | 'name'>) {
  return (
    <>
      <h1 class="govuk-heading-xl">Revoke “{name}”?</h1>
      <p class="govuk-body">
        Programs that use it are refused from then on. It cannot be undone; you can make another token.
      </p>
      <form method="post" action={`${tokensPath}/${id}/revoke`}>
        <Button classes="govuk-button--warning" preventDoubleClick>
          Revoke it
        </Button>
      </form>
    </>
  );
}
