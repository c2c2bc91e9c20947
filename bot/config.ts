import { existsSync } from 'node:fs';
import type { MicrosoftApp } from './channel/microsoft-app.ts';
import { COUNTRIES, type Country } from './domain/locale.ts';
import { type Environment, isLocal, SettingsReader } from './settings-reader.ts';

/** Everything a deployment can set, read and checked. */
export interface Config {
  port: number;
  host: string;
  /** Origin under which people reach us, without a slash at its end; undefined: whatever name they use. */
  publicUrl: string | undefined;
  dataDir: string;
  retentionHours: number;
  country: Country;
  directLineSecret: string | undefined;
  /** Signs tokens; undefined: one is made and kept in the data folder. */
  tokenKey: Uint8Array | undefined;
  microsoftApp: MicrosoftApp | undefined;
  production: boolean;
  allowDraftContent: boolean;
  /** How many proxies of our own stand before us. */
  proxies: number;
  frameAncestors: string[];
  allowedOrigins: string[];
  /** A help desk that receives cases as well. */
  webhook: { url: string; secret: string } | undefined;
  /** Bot Framework channels behind which a hub takes cases over. */
  handoffChannels: string[];
  /** An inbox that is told when someone waits. */
  email: { smtp: string; from: string; to: string } | undefined;
}

export type ConfigResult = { ok: true; config: Config } | { ok: false; problems: string[] };

/** Reads the environment of this process, after `.env` in the current folder; what is set outside wins. */
export function readEnvironment(): ConfigResult {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readConfig(process.env);
}

/** `SCHEMAS_DIR`, which only whoever checks exports of the list sets: it is no setting of a deployment. */
export function schemasDir(): string | undefined {
  return process.env['SCHEMAS_DIR'] || undefined;
}

/**
 * Reads settings. Everything that is wrong is told at once, each with what was given and what is allowed; of secrets,
 * only that they are wrong.
 */
export function readConfig(environment: Environment): ConfigResult {
  const problems: string[] = [];
  const reader = new SettingsReader(environment, problems);
  const production =
    reader.oneOf('NODE_ENV', ['production', 'development', 'test'], 'development') === 'production';
  const config: Config = {
    production,
    port: reader.integer('PORT', 0, 65_535, 3978),
    host: reader.host('HOST', 'localhost'),
    publicUrl: reader.origin('PUBLIC_URL', production),
    dataDir: reader.text('DATA_DIR') ?? 'data',
    retentionHours: reader.integer('RETENTION_HOURS', 1, 720, 24),
    country: reader.oneOf('COUNTRY', COUNTRIES, 'US'),
    directLineSecret: reader.secret('DIRECT_LINE_SECRET', 24),
    tokenKey: reader.key('TOKEN_KEY'),
    microsoftApp: readMicrosoftApp(reader, problems),
    allowDraftContent: reader.oneOf('ALLOW_DRAFT_CONTENT', ['yes', 'no'], 'no') === 'yes',
    proxies: reader.integer('TRUST_PROXY', 0, 10, 0),
    frameAncestors: reader.origins('FRAME_ANCESTORS'),
    allowedOrigins: reader.origins('ALLOWED_ORIGINS'),
    webhook: readWebhook(reader, problems, production),
    handoffChannels: (reader.text('HANDOFF_CHANNELS') ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    email: readEmail(reader, problems),
  };
  if (reader.text('DATABASE_URL') !== undefined) {
    problems.push(
      'DATABASE_URL is set, but this version keeps conversations in DATA_DIR only and has no database store. ' +
        'Remove DATABASE_URL, and make DATA_DIR a folder on a disk that stays.',
    );
  }
  return problems.length === 0 ? { ok: true, config } : { ok: false, problems };
}

/** Cases leave the house, so only over HTTPS, but for tests on this machine. */
function readWebhook(reader: SettingsReader, problems: string[], production: boolean): Config['webhook'] {
  const url = reader.text('WEBHOOK_URL');
  const secret = reader.secret('WEBHOOK_SECRET', 24);
  if (url === undefined && secret === undefined) return undefined;
  if (url === undefined || secret === undefined) {
    problems.push('WEBHOOK_URL and WEBHOOK_SECRET belong together. Set both, or neither.');
    return undefined;
  }
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const local = parsed !== undefined && isLocal(parsed.origin) && !production;
  if (parsed === undefined || (parsed.protocol !== 'https:' && !local) || parsed.username !== '') {
    problems.push('WEBHOOK_URL is not right. Allowed: an https address without a name or password in it.');
    return undefined;
  }
  return { url, secret };
}

function readEmail(reader: SettingsReader, problems: string[]): Config['email'] {
  const smtp = reader.text('SMTP_URL');
  const from = reader.text('NOTICE_FROM');
  const to = reader.text('NOTICE_TO');
  if (smtp === undefined && from === undefined && to === undefined) return undefined;
  if (smtp === undefined || from === undefined || to === undefined) {
    problems.push('SMTP_URL, NOTICE_FROM and NOTICE_TO belong together. Set all three, or none.');
    return undefined;
  }
  if (!URL.canParse(smtp) || !/^smtps?:$/.test(new URL(smtp).protocol)) {
    problems.push('SMTP_URL is not right. Allowed: smtps://name:password@host:465 or smtp://host:587.');
    return undefined;
  }
  return { smtp, from, to };
}

const APP_TYPES = ['MultiTenant', 'SingleTenant', 'UserAssignedMSI'] as const;

/** The SDK takes a type it does not know for MultiTenant, and no id for "believe everyone": both are checked here. */
function readMicrosoftApp(reader: SettingsReader, problems: string[]): MicrosoftApp | undefined {
  const id = reader.text('MicrosoftAppId');
  const password = reader.text('MicrosoftAppPassword');
  const tenantId = reader.text('MicrosoftAppTenantId');
  const given = reader.text('MicrosoftAppType');
  const type = given === undefined ? 'MultiTenant' : reader.appType('MicrosoftAppType', APP_TYPES);
  if (id === undefined) {
    const others = {
      MicrosoftAppType: given,
      MicrosoftAppPassword: password,
      MicrosoftAppTenantId: tenantId,
    };
    for (const [name, value] of Object.entries(others)) {
      if (value !== undefined)
        problems.push(`${name} is set, but MicrosoftAppId is not. Set both, or neither.`);
    }
    return undefined;
  }
  if (type === undefined) return undefined;
  const missing: string[] = [];
  if (type !== 'MultiTenant' && tenantId === undefined) missing.push('MicrosoftAppTenantId');
  if (type !== 'UserAssignedMSI' && password === undefined) missing.push('MicrosoftAppPassword');
  for (const name of missing) problems.push(`${name} is missing. MicrosoftAppType ${type} needs it.`);
  if (type === 'UserAssignedMSI' && password !== undefined) {
    problems.push(
      'MicrosoftAppPassword must not be set with MicrosoftAppType UserAssignedMSI, which has none.',
    );
  }
  return {
    type,
    id,
    ...(password === undefined ? {} : { password }),
    ...(tenantId === undefined ? {} : { tenantId }),
  };
}
