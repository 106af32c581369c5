import { variablePrefix, type App } from '../apps.ts';
import type { Secrets } from './secrets.ts';

/** Where everything is to listen, and what the services are told of each other. */
export interface Plan {
  readonly apps: readonly App[];
  readonly ports: ReadonlyMap<string, number>;
  /** The address that the shell listens on. */
  readonly host: string;
  readonly publicUrl: string;
  /** Where mail is handed over to be delivered; it may hold a password. */
  readonly smtpUrl: string;
  readonly secrets: Secrets;
  /** The database for the role that owns the queues. */
  readonly queueUrl: string;
  /** Where the queues are instead; `null`: in the database. */
  readonly redisUrl: string | null;
  /** The database for an app's own role; `null` for an app without data. */
  readonly databaseUrl: (app: App) => string | null;
}

/** The port of a service. */
export function portOf(plan: Plan, name: string): number {
  const port = plan.ports.get(name);
  if (port === undefined) throw new Error(`${name} has no port`);
  return port;
}

/** A service's address inside this machine. */
export function internalUrl(plan: Plan, name: string): string {
  const loopback = name !== 'shell' || ['0.0.0.0', '::', '127.0.0.1'].includes(plan.host);
  const host = loopback ? '127.0.0.1' : plan.host.includes(':') ? `[${plan.host}]` : plan.host;
  return `http://${host}:${portOf(plan, name)}`;
}

/** The environment variables that tell a service where it is and where the others are. */
export function environmentOf(plan: Plan, app: App): Record<string, string> {
  const databaseUrl = plan.databaseUrl(app);
  const upstreams = plan.apps
    .filter(({ name }) => name !== 'shell')
    .map((other) => [`${variablePrefix(other)}_URL`, internalUrl(plan, other.name)] as const);
  return {
    NODE_ENV: 'production',
    LISTEN_HOST: app.name === 'shell' ? plan.host : '127.0.0.1',
    LISTEN_PORT: String(portOf(plan, app.name)),
    PUBLIC_URL: plan.publicUrl,
    SHELL_URL: internalUrl(plan, 'shell'),
    ...Object.fromEntries(upstreams),
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl, ...queueSettings(plan) }),
    IDENTITY_KEYS_URL: `${internalUrl(plan, 'members')}/members/keys.json`,
    ...ownSettings(plan, app),
  };
}

/** One of both, so that no service can look in the wrong place. */
function queueSettings({ redisUrl, queueUrl }: Plan): Record<string, string> {
  return redisUrl === null ? { QUEUE_URL: queueUrl } : { REDIS_URL: redisUrl };
}

/** What one app is told and others are not. */
function ownSettings({ smtpUrl, secrets }: Plan, { name }: App): Record<string, string> {
  switch (name) {
    case 'mailer':
      return { SMTP_URL: smtpUrl, INTERNAL_KEY: secrets.internal, MAIL_SECRET: secrets.mail };
    case 'members':
      return { IDENTITY_SECRET: secrets.identity, INTERNAL_KEY: secrets.internal };
    case 'conference-registration':
    case 'exhibition-stands':
      return { LINK_SECRET: secrets.links, INTERNAL_KEY: secrets.internal };
    case 'study-visits':
      return {
        LINK_SECRET: secrets.links,
        SENSITIVE_KEYS: secrets.sensitive,
        INTERNAL_KEY: secrets.internal,
      };
    case 'events-calendar':
    case 'shell':
      return { INTERNAL_KEY: secrets.internal };
    default:
      return {};
  }
}

/** The caller's own environment without the settings that mean something else to a service. */
export function inheritedEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) =>
        !/^(PORT|HOST|DATA_DIR|DEMO|SMTP_URL|MAILBOX_PORT|IDENTITY_SECRET|INTERNAL_KEY|LINK_SECRET|MAIL_SECRET|SENSITIVE_KEYS|QUEUE_URL|REDIS_URL|(\w+_)?DATABASE_URL)$/.test(
          name,
        ),
    ),
  );
}
