// Load on a Bot Framework endpoint: posts activities and is itself the connector that receives the replies. A turn is
// over when the answer to the POST has ended and the reply has arrived. Prints its figures as JSON.
//   load-messages.ts URL SECONDS WARMUP PEOPLE [PID]
import http from 'node:http';
import { between, loadOf, processorTime } from './figures.ts';

const [url = '', seconds = '5', warmup = '3', people = '8', pid = ''] = process.argv.slice(2);
const target = new URL(url);
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
const waiting = new Map<string, (reply: Reply) => void>();
const WORDS = ['hello', 'what can you do', 'a person', 'help'];

interface Reply {
  type: string;
  text?: string;
}

const connector = http.createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"id":"r"}');
    const conversation = decodeURIComponent(request.url?.split('/')[3] ?? '');
    const activity: Reply = JSON.parse(Buffer.concat(pieces).toString());
    if (activity.type === 'message') waiting.get(conversation)?.(activity);
  });
});
connector.keepAliveTimeout = 60_000;
await new Promise<void>((listening) => connector.listen(0, '127.0.0.1', listening));
const address = connector.address();
const serviceUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;

let sent = 0;
let errors = 0;
let measuring = false;
let stopping = false;
const latencies: number[] = [];

function activity(person: number, fields: object) {
  sent += 1;
  return JSON.stringify({
    id: `a${sent}`,
    channelId: 'directline',
    serviceUrl,
    locale: 'en-US',
    timestamp: new Date().toISOString(),
    from: { id: `u${person}`, role: 'user' },
    recipient: { id: 'bot', role: 'bot' },
    conversation: { id: `bench-${process.pid}-${person}` },
    ...fields,
  });
}

function post(body: string): Promise<void> {
  return new Promise((done, failed) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const request = http.request(
      { host: target.hostname, port: target.port, path: target.pathname, method: 'POST', agent, headers },
      (response) => {
        response.resume();
        response.on('end', () =>
          (response.statusCode ?? 500) < 300 ? done() : failed(new Error(`HTTP ${response.statusCode}`)),
        );
      },
    );
    request.on('error', failed);
    request.end(body);
  });
}

async function turn(person: number, fields: object): Promise<void> {
  const started = performance.now();
  const conversation = `bench-${process.pid}-${person}`;
  const reply = new Promise<Reply>((arrived) => waiting.set(conversation, arrived));
  try {
    await post(activity(person, fields));
    await reply;
    if (measuring) latencies.push(performance.now() - started);
  } catch {
    errors += 1;
  }
}

async function talk(person: number): Promise<void> {
  for (let n = 0; !stopping; n += 1) {
    await turn(person, { type: 'message', text: WORDS[n % WORDS.length], textFormat: 'plain' });
  }
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
await Promise.race([Promise.all(all), pause(2000)]);
process.stdout.write(`${JSON.stringify(loadOf(latencies, took, errors, used))}\n`);
process.exit(0);

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
