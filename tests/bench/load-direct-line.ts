// Load on the Direct Line endpoint: each person has a token, a stream and answers the questions it is asked. A turn is
// over when the POST was answered and the reply came down the stream. Prints its figures as JSON.
//   load-direct-line.ts URL SECONDS WARMUP PEOPLE [PID]
import http from 'node:http';
import { WebSocket } from 'ws';
import { between, loadOf, processorTime } from './figures.ts';

const [url = '', seconds = '5', warmup = '3', people = '16', pid = ''] = process.argv.slice(2);
const target = new URL(url);
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

interface Ask {
  id: string;
  kind: string;
  choices: { id: string; label: string }[];
  skippable: boolean;
}
interface Activity {
  type: string;
  from: { role?: string };
  channelData?: { navigator?: { ask?: Ask } };
}

/** Turns of one conversation, then another begins. */
const TURNS = 60;
let errors = 0;
let measuring = false;
let stopping = false;
const latencies: number[] = [];

function call<T>(path: string, token: string, body: object): Promise<T> {
  return new Promise((done, failed) => {
    const text = JSON.stringify(body);
    // As the chat page does: it draws the structured reply, and is sent no cards and buttons beside it.
    const headers: http.OutgoingHttpHeaders = {
      'x-ms-bot-agent': 'support-navigator',
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    };
    if (token) headers.authorization = `Bearer ${token}`;
    const request = http.request(
      {
        host: target.hostname,
        port: target.port,
        path: `/v3/directline${path}`,
        method: 'POST',
        agent,
        headers,
      },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => {
          const answer = Buffer.concat(pieces).toString();
          if ((response.statusCode ?? 500) < 300) done(JSON.parse(answer));
          else failed(new Error(`HTTP ${response.statusCode}`));
        });
      },
    );
    request.on('error', failed);
    request.end(text);
  });
}

async function talk(person: number): Promise<void> {
  while (!stopping) await conversation(person);
}

/** One conversation, until it is deleted (one of the choices there is) or the time is up. */
async function conversation(person: number): Promise<void> {
  const { token } = await call<{ token: string }>('/tokens/generate', '', {});
  const { conversationId, streamUrl } = await call<{ conversationId: string; streamUrl: string }>(
    '/conversations',
    token,
    { locale: 'en-US' },
  );
  const stream = new WebSocket(streamUrl.replace(/^(ws:\/\/)[^/]+/, `$1${target.host}`));
  let heard: (ask: Ask | undefined) => void = () => undefined;
  let open: Ask | undefined;
  const first = new Promise<Ask | undefined>((arrived) => (heard = arrived));
  stream.on('message', (data: Buffer) => {
    if (data.length === 0) return;
    const set = JSON.parse(data.toString()) as { activities: Activity[] };
    for (const activity of set.activities) {
      if (activity.from.role !== 'bot') continue;
      open = activity.channelData?.navigator?.ask;
      heard(open);
    }
  });
  open = await first;
  // As long as a long conversation: a plan that grows for ever would measure something nobody lives through.
  for (let n = person; n < person + TURNS && !stopping; n += 1) {
    const started = performance.now();
    const reply = new Promise<Ask | undefined>((arrived) => (heard = arrived));
    try {
      await Promise.all([
        call(`/conversations/${conversationId}/activities`, token, {
          type: 'message',
          from: { id: 'dl_x' },
          channelData: { clientActivityID: `m${n}` },
          ...answer(open, n),
        }),
        reply,
      ]);
      if (measuring) latencies.push(performance.now() - started);
    } catch (error) {
      if (error instanceof Error && error.message === 'HTTP 404') break;
      errors += 1;
      if (errors > 100) stopping = true;
    }
  }
  stream.close();
}

/** Another choice each time; what cannot be chosen is skipped; a conversation at rest is woken. */
function answer(ask: Ask | undefined, n: number): object {
  if (ask === undefined) return { text: 'hello' };
  // Deleting the chat would measure how conversations begin.
  const choices = ask.choices.filter((one) => !/delete/i.test(one.label));
  const choice = choices[n % Math.max(1, choices.length)];
  if (choice === undefined || (ask.skippable && n % 5 === 0)) {
    return ask.skippable
      ? { text: 'Skip', value: { navigator: { skip: ask.id } } }
      : { text: 'Back', value: { navigator: { interrupt: 'back' } } };
  }
  return { text: choice.label, value: { navigator: { choose: { ask: ask.id, choices: [choice.id] } } } };
}

const all = Array.from({ length: Number(people) }, (_, person) => talk(person));
await pause(Number(warmup) * 1000);
measuring = true;
const from = performance.now();
const before = processorTime(pid);
await pause(Number(seconds) * 1000);
measuring = false;
const took = performance.now() - from;
const used = between(before, processorTime(pid));
stopping = true;
await Promise.race([Promise.allSettled(all), pause(2000)]);
process.stdout.write(`${JSON.stringify(loadOf(latencies, took, errors, used))}\n`);
process.exit(0);

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
