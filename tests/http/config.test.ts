import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { readConfig } from '../../bot/config.ts';
import { type Environment, SETTINGS } from '../../bot/settings-reader.ts';

describe('someone who sets the server up', () => {
  const good = (environment: Environment) => {
    const read = readConfig(environment);
    if (!read.ok) expect.fail(read.problems.join('\n'));
    return read.config;
  };
  const problems = (environment: Environment) => {
    const read = readConfig(environment);
    return read.ok ? [] : read.problems;
  };

  it('need not set anything', () => {
    expect(good({})).to.deep.equal({
      production: false,
      port: 3978,
      host: 'localhost',
      publicUrl: undefined,
      dataDir: 'data',
      retentionHours: 24,
      country: 'US',
      directLineSecret: undefined,
      tokenKey: undefined,
      webhook: undefined,
      email: undefined,
      handoffChannels: [],
      microsoftApp: undefined,
      allowDraftContent: false,
      proxies: 0,
      frameAncestors: [],
      allowedOrigins: [],
    });
  });

  it('may leave a setting empty, as .env files do', () => {
    const empty = Object.fromEntries(SETTINGS.map((name) => [name, ' ']));
    expect(good(empty)).to.deep.equal(good({}));
  });

  it('is told of everything at once: the setting, what was given, what is allowed', () => {
    const found = problems({
      PORT: 'eighty',
      RETENTION_HOURS: '0',
      COUNTRY: 'us',
      NODE_ENV: 'prod',
      PUBLIC_URL: 'chat.example.org',
      HOST: 'http://localhost',
      TRUST_PROXY: 'true',
      ALLOW_DRAFT_CONTENT: 'maybe',
      FRAME_ANCESTORS: 'https://ok.example example.org',
      ALLOWED_ORIGINS: 'https://ok.example/path',
      DATABASE_URL: 'postgres://x',
    });
    expect(found).to.have.length(11);
    expect(found).to.include('PORT is "eighty". Allowed: a whole number from 0 to 65535.');
    expect(found).to.include('COUNTRY is "us". Allowed: one of US, AU, UK, CA, NZ.');
    expect(found.join('\n')).to.contain('DATABASE_URL').and.to.contain('DATA_DIR');
  });

  it('never reads a secret in a message', () => {
    const secrets = {
      DIRECT_LINE_SECRET: 'short-secret',
      TOKEN_KEY: 'short-key',
      MicrosoftAppPassword: 'my-password',
    };
    const text = problems(secrets).join('\n');
    expect(text).to.contain('DIRECT_LINE_SECRET is too short: 12 characters. At least 24 are needed.');
    expect(text)
      .to.contain('TOKEN_KEY')
      .and.to.contain('MicrosoftAppPassword is set, but MicrosoftAppId is not');
    for (const secret of Object.values(secrets)) expect(text).not.to.contain(secret);
  });

  it('hears which settings of a Microsoft registration go together', () => {
    const id = { MicrosoftAppId: 'app' };
    expect(problems({ ...id, MicrosoftAppType: 'SingleTennant' })).to.deep.equal([
      'MicrosoftAppType is "SingleTennant". Allowed: one of MultiTenant, SingleTenant, UserAssignedMSI.',
    ]);
    expect(problems({ ...id, MicrosoftAppType: 'SingleTenant' })).to.deep.equal([
      'MicrosoftAppTenantId is missing. MicrosoftAppType SingleTenant needs it.',
      'MicrosoftAppPassword is missing. MicrosoftAppType SingleTenant needs it.',
    ]);
    expect(problems(id)).to.deep.equal([
      'MicrosoftAppPassword is missing. MicrosoftAppType MultiTenant needs it.',
    ]);
    expect(
      problems({
        ...id,
        MicrosoftAppType: 'UserAssignedMSI',
        MicrosoftAppTenantId: 't',
        MicrosoftAppPassword: 'p',
      })[0],
    ).to.contain('must not be set with MicrosoftAppType UserAssignedMSI');
    expect(
      good({ ...id, MicrosoftAppType: 'userassignedmsi', MicrosoftAppTenantId: 't' }).microsoftApp,
    ).to.deep.equal({ type: 'UserAssignedMSI', id: 'app', tenantId: 't' });
    expect(good({ ...id, MicrosoftAppPassword: 'p' }).microsoftApp?.type).to.equal('MultiTenant');
  });

  it('may name origins, and wildcards where browsers know them', () => {
    const config = good({
      PUBLIC_URL: 'https://chat.example.org/',
      ALLOWED_ORIGINS: 'https://www.example.org, https://example.org:8443',
      FRAME_ANCESTORS: 'https://*.example.org',
    });
    expect(config.publicUrl).to.equal('https://chat.example.org');
    expect(config.allowedOrigins).to.deep.equal(['https://www.example.org', 'https://example.org:8443']);
    expect(config.frameAncestors).to.deep.equal(['https://*.example.org']);
    expect(problems({ ALLOWED_ORIGINS: 'https://*.example.org' })).to.have.length(1);
    expect(problems({ ALLOWED_ORIGINS: '*' })).to.have.length(1);
  });

  it('sends cases nowhere but to an https address, with a secret', () => {
    const secret = 'a secret of so many letters';
    expect(problems({ WEBHOOK_URL: 'https://desk.example.org/hook' })).to.have.length(1);
    expect(problems({ WEBHOOK_URL: 'http://desk.example.org/hook', WEBHOOK_SECRET: secret })).to.have.length(
      1,
    );
    expect(problems({ WEBHOOK_URL: 'https://desk.example.org/hook', WEBHOOK_SECRET: secret })).to.have.length(
      0,
    );
    expect(problems({ SMTP_URL: 'smtps://mail.example.org' })).to.have.length(1);
    expect(
      problems({
        SMTP_URL: 'smtps://mail.example.org',
        NOTICE_FROM: 'a@example.org',
        NOTICE_TO: 'b@example.org',
      }),
    ).to.have.length(0);
  });

  it('cannot run in production without encryption on the way', () => {
    const production = { NODE_ENV: 'production' };
    expect(problems({ ...production, PUBLIC_URL: 'http://chat.example.org' })).to.have.length(1);
    expect(problems({ ...production, PUBLIC_URL: 'https://chat.example.org' })).to.have.length(0);
    expect(problems({ ...production, PUBLIC_URL: 'http://localhost:3978' })).to.have.length(0);
  });

  it('finds every setting in .env.example, and no other', () => {
    const named = [...readFileSync('.env.example', 'utf8').matchAll(/^#?([A-Za-z_]+)=/gm)].map(
      (match) => match[1],
    );
    expect(named).to.have.members([...SETTINGS]);
    // As it stands, with every line taken out of its comment, it is a good start.
    const whole = Object.fromEntries(
      [...readFileSync('.env.example', 'utf8').matchAll(/^#?([A-Za-z_]+)=(.*)$/gm)].map((match) => [
        match[1],
        match[2],
      ]),
    );
    expect(good(whole as Environment)).to.deep.equal(good({}));
  });
});
