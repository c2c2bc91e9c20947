import { expect } from 'chai';
import type { Board, CaseView } from '../../bot/domain/console.ts';
import { fromChannel, startConnector } from '../channel/connector.ts';
import { StaffClient } from './client.ts';
import { DeskServer } from './desk-server.ts';

describe('a hub behind a Bot Framework channel', () => {
  let server: DeskServer;
  let connector: Awaited<ReturnType<typeof startConnector>>;
  let ruth: StaffClient;
  let sent = 0;

  beforeEach(async function begin() {
    this.timeout(60_000);
    server = await DeskServer.start({ HANDOFF_CHANNELS: 'omnichannel' });
    connector = await startConnector();
    ruth = new StaffClient(server.url);
    await ruth.setUp(server.setupToken);
    const stream = ruth.listen(() => undefined);
    await stream.open;
    await ruth.post('duty', { duty: 'available' });
  });
  afterEach(async () => {
    await connector?.close();
    await server?.close();
  });

  const post = async (channelId: string, changed: object) => {
    sent += 1;
    const answer = await fetch(`${server.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fromChannel(connector.url, { channelId, id: `a${sent}`, ...changed })),
    });
    expect(answer.status).to.equal(200);
  };
  const status = (channelId: string, state: string) =>
    post(channelId, { type: 'event', name: 'handoff.status', value: { state }, text: undefined });

  /** By typing alone, as on a channel without buttons. */
  async function askForChat(channelId: string): Promise<string> {
    await post(channelId, { value: { navigator: { consent: true } }, text: 'ok' });
    for (const text of ['a person', 'chat', 'yes']) {
      await post(channelId, { text });
    }
    return (await ruth.get<Board>('board')).queue[0]?.id ?? '';
  }

  it('is told what the person approved, takes over, and gives back', async () => {
    const id = await askForChat('omnichannel');
    const initiation = connector.received.find((one) => one.activity.name === 'handoff.initiate')?.activity;
    expect(initiation).to.have.nested.property('value.way', 'live');
    expect(JSON.stringify(initiation)).to.include('Language');
    await status('omnichannel', 'accepted');
    expect(await ruth.get<CaseView>(`cases/${id}`)).to.include({ state: 'live' });
    await status('omnichannel', 'something new');
    await status('omnichannel', 'completed');
    expect(await ruth.get<CaseView>(`cases/${id}`)).to.include({ state: 'returned-to-bot' });
    expect(connector.texts().join(' ')).to.include('The bot is back');
  });

  it('gives a case back to the line when it has nobody', async () => {
    const id = await askForChat('omnichannel');
    await status('omnichannel', 'accepted');
    await status('omnichannel', 'failed');
    expect(await ruth.get<CaseView>(`cases/${id}`)).to.include({ state: 'queued', first: true });
  });

  it('has no say in a case that one of the staff has taken', async () => {
    const id = await askForChat('omnichannel');
    await ruth.post(`cases/${id}/claim`);
    for (const state of ['accepted', 'failed', 'completed']) await status('omnichannel', state);
    const view = await ruth.get<CaseView>(`cases/${id}`);
    expect(view).to.include({ state: 'claimed' });
    expect(view.owner?.name).to.equal('Ruth');
  });

  it('is believed only where the deployment says that there is one', async () => {
    const id = await askForChat('emulator');
    expect(id).not.to.equal('');
    expect(connector.received.some((one) => one.activity.name === 'handoff.initiate')).to.equal(false);
    await status('emulator', 'accepted');
    expect(await ruth.get<CaseView>(`cases/${id}`)).to.include({ state: 'queued' });
  });
});
