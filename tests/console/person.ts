import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';

interface Ask {
  id: string;
  kind: string;
  text: string;
  choices: { id: string; label: string }[];
}
export interface Line {
  id: string;
  type: string;
  text?: string;
  from: { role?: string; name?: string };
  channelData?: {
    navigator?: { by?: string; ask?: Ask; mode?: string; parts?: { kind: string; text?: string }[] };
  };
}

/** What the page shows of a line: its own words, or those in the structured reply. */
function asRead({ text = '', channelData }: Line): string {
  const view = channelData?.navigator;
  if (view === undefined) return text;
  const words = [...(view.parts ?? []).map((part) => part.text), view.ask?.text];
  const said = words.filter((one) => one !== undefined).join('\n');
  return view.by === undefined ? said : `${view.by}: ${said}`;
}

/** A person at the chat page, over Direct Line as the page does it. */
export class Person {
  readonly lines: Line[] = [];
  readonly #url: string;
  #token = '';
  #conversation = '';
  #stream: WebSocket | undefined;
  #watermark = '';
  #waiting: (() => void)[] = [];

  constructor(url: string) {
    this.#url = url;
  }

  get conversation(): string {
    return this.#conversation;
  }

  async arrive(locale = 'en-US'): Promise<void> {
    this.#token = ((await this.#post('tokens/generate', {})) as { token: string }).token;
    const started = (await this.#post('conversations', { locale })) as {
      conversationId: string;
      streamUrl: string;
    };
    this.#conversation = started.conversationId;
    this.#listen(started.streamUrl);
    await this.until(() => this.ask !== undefined);
    await this.send({ value: { navigator: { consent: true } } });
  }

  /** Connects again after the server or the network was gone; what was missed comes. */
  async connectAgain(): Promise<void> {
    this.#stream?.terminate();
    const answer = await fetch(
      `${this.#url}/v3/directline/conversations/${this.#conversation}?watermark=${this.#watermark}`,
      { headers: this.headers },
    );
    this.#listen(((await answer.json()) as { streamUrl: string }).streamUrl);
  }

  leaveThePage(): void {
    this.#stream?.terminate();
    this.#stream = undefined;
  }

  get ask(): Ask | undefined {
    return this.lines.findLast((line) => line.channelData?.navigator?.ask)?.channelData?.navigator?.ask;
  }

  get mode(): string | undefined {
    return this.lines.findLast((line) => line.channelData?.navigator?.mode)?.channelData?.navigator?.mode;
  }

  async say(text: string, clientId: string = randomUUID()): Promise<void> {
    await this.send({ text, channelData: { clientActivityID: clientId } });
  }

  /** Presses one of the open question's answers, by its id. */
  async choose(id: string): Promise<void> {
    const ask = this.ask;
    const choice = ask?.choices.find((one) => one.id === id);
    if (ask === undefined || choice === undefined) {
      throw new Error(`${id} is not offered; offered: ${ask?.choices.map((one) => one.id).join(', ')}`);
    }
    await this.#answer(ask, choice.label, { choose: { ask: ask.id, choices: [id] } });
  }

  async press(interrupt: string): Promise<void> {
    const before = this.ask?.id;
    await this.send({ text: interrupt, value: { navigator: { interrupt } } });
    await this.until(() => this.ask?.id !== before);
  }

  /** All the way into the line for a chat. */
  async askForChat(): Promise<void> {
    await this.press('person');
    await this.choose('chat');
    await this.choose('send');
    await this.until(() => this.mode === 'waiting');
  }

  async send(activity: object): Promise<void> {
    await this.#post(`conversations/${this.#conversation}/activities`, {
      type: 'message',
      from: { id: 'dl_person' },
      channelData: { clientActivityID: randomUUID() },
      ...activity,
    });
  }

  /** Resolves as soon as what was asked is true; checked whenever something arrives. */
  until(true_: () => boolean): Promise<void> {
    if (true_()) return Promise.resolve();
    return new Promise((done) => {
      const look = () => {
        if (true_()) done();
        else this.#waiting.push(look);
      };
      this.#waiting.push(look);
    });
  }

  async #answer(ask: Ask, label: string, navigator: object): Promise<void> {
    await this.send({ text: label, value: { navigator } });
    await this.until(() => this.ask?.id !== ask.id || this.mode === 'with-person' || this.mode === 'ended');
  }

  #listen(streamUrl: string): void {
    const stream = new WebSocket(streamUrl);
    this.#stream = stream;
    stream.on('message', (data: Buffer) => {
      if (data.length === 0) return;
      const set = JSON.parse(data.toString()) as { activities: Line[]; watermark?: string };
      for (const line of set.activities) {
        if (!this.lines.some((one) => one.id === line.id)) this.lines.push({ ...line, text: asRead(line) });
      }
      if (set.watermark !== undefined) this.#watermark = set.watermark;
      for (const look of this.#waiting.splice(0)) look();
    });
    stream.on('error', () => undefined);
  }

  /** What the page sends with each call. */
  get headers(): Record<string, string> {
    return {
      'content-type': 'application/json',
      'x-ms-bot-agent': 'support-navigator',
      ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
    };
  }

  async #post(path: string, body: object): Promise<unknown> {
    const answer = await fetch(`${this.#url}/v3/directline/${path}`, {
      method: 'POST',
      headers: this.headers,
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`POST ${path}: ${answer.status}`);
    return answer.json();
  }
}
