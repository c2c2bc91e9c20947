import type { Board } from '../../bot/domain/console.ts';
import { type StaffClient, startDesk } from './client.ts';
import type { DeskServer } from './desk-server.ts';
import { Person } from './person.ts';

/** A helpline in this process with Ana and Sam of the staff, Ruth who runs it, and whoever's console is open. */
export class Shift {
  readonly server: DeskServer;
  readonly ruth: StaffClient;
  readonly ana: StaffClient;
  readonly sam: StaffClient;
  readonly #streams: { close: () => void }[] = [];

  private constructor(server: DeskServer, ruth: StaffClient, ana: StaffClient, sam: StaffClient) {
    this.server = server;
    this.ruth = ruth;
    this.ana = ana;
    this.sam = sam;
  }

  static async begin(): Promise<Shift> {
    const { server, administrator, staff } = await startDesk([{ name: 'Ana' }, { name: 'Sam' }]);
    const [ana, sam] = staff as [StaffClient, StaffClient];
    return new Shift(server, administrator, ana, sam);
  }

  /** A console is open, and hears what there is since the event it names. */
  listens(
    client: StaffClient,
    heard: (event: { kind: string }, id: string) => void = () => undefined,
    last?: string,
  ): Promise<void> {
    const stream = client.listen(heard, last);
    this.#streams.push(stream);
    return stream.open;
  }

  /** A console is open; `all` resolves when it has heard something of each kind, with the id of the first of each. */
  hears(client: StaffClient, kinds: readonly string[], last?: string) {
    const ids = new Map<string, string>();
    let told: (ids: ReadonlyMap<string, string>) => void = () => undefined;
    const all = new Promise<ReadonlyMap<string, string>>((done) => (told = done));
    const open = this.listens(
      client,
      ({ kind }, id) => {
        if (!ids.has(kind)) ids.set(kind, id);
        if (kinds.every((one) => ids.has(one))) told(ids);
      },
      last,
    );
    return { open, all };
  }

  /** A console is open, and its owner may take chats. */
  async onDuty(client: StaffClient): Promise<void> {
    await this.listens(client);
    await client.post('duty', { duty: 'available' });
  }

  /** Someone has come and is in the line. */
  async inLine(): Promise<{ person: Person; id: string }> {
    const person = new Person(this.server.url);
    await person.arrive();
    await person.askForChat();
    const id = (await this.ana.get<Board>('board')).queue[0]?.id;
    if (id === undefined) throw new Error('nobody is in the line');
    return { person, id };
  }

  /** Ana has taken the chat and said hello. */
  async greeted(): Promise<{ person: Person; id: string }> {
    const { person, id } = await this.inLine();
    await this.ana.post(`cases/${id}/claim`);
    await this.ana.post(`cases/${id}/messages`, { text: 'Hello.', clientId: `hello ${id}` });
    await person.until(() => person.lines.some((line) => line.text === 'Ana: Hello.'));
    return { person, id };
  }

  async end(): Promise<void> {
    for (const stream of this.#streams.splice(0)) stream.close();
    await this.server.close();
  }
}
