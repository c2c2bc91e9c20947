// A busy evening at a helpline: so many people wait, twenty chats are live, and ten consoles are open. Measures how long it
// takes from a person's message to the event at the console of the one who talks with them. Prints its figures as JSON.
//   load-console.ts URL SETUP_TOKEN SECONDS
import { ADMINISTRATOR, HELPLINE, StaffClient } from '../console/client.ts';
import { Person } from '../console/person.ts';
import { quantile } from './figures.ts';

const [url = '', token = '', seconds = '5'] = process.argv.slice(2);
const WAITING = 100;
const LIVE = 20;
const STAFF = 10;
const PASSWORD = 'some other quiet words';

const administrator = new StaffClient(url);
await administrator.setUp(token, { helpline: HELPLINE, administrator: ADMINISTRATOR });
/** Text → when it was sent; texts are numbers, so each is known again. */
const sent = new Map<string, number>();
const latencies: number[] = [];
/** From each claim until the person's page had heard of it. */
const claims: number[] = [];
const staff: StaffClient[] = [];
for (let n = 0; n < STAFF; n += 1) {
  const username = `staff${n}`;
  await administrator.post('staff', {
    name: `Staff ${n}`,
    username,
    role: 'staff',
    language: 'en',
    password: PASSWORD,
  });
  const client = new StaffClient(url);
  await client.signIn(username, PASSWORD);
  await client.listen((event) => {
    if (event.kind !== 'thread') return;
    for (const line of event['lines'] as { text: string; from: string }[]) {
      const at = line.from === 'person' ? sent.get(line.text) : undefined;
      if (at === undefined) continue;
      sent.delete(line.text);
      latencies.push(performance.now() - at);
    }
  }).open;
  await client.post('duty', { duty: 'available' });
  staff.push(client);
}

const talking: Person[] = [];
for (let n = 0; n < WAITING + LIVE; n += 1) {
  const person = new Person(url);
  await person.arrive();
  await person.askForChat();
  if (n >= LIVE) continue;
  const owner = staff[n % STAFF];
  const board = await owner?.get<{ queue: { id: string }[] }>('board');
  const id = board?.queue.at(-1)?.id ?? '';
  const claimed = performance.now();
  await owner?.post(`cases/${id}/claim`);
  await person.until(() => person.mode === 'with-person');
  claims.push(performance.now() - claimed);
  await owner?.post(`cases/${id}/messages`, { text: 'Hello.', clientId: `hello${n}` });
  talking.push(person);
}

latencies.length = 0;
const until = performance.now() + Number(seconds) * 1000;
let n = 0;
await Promise.all(
  talking.map(async (person) => {
    while (performance.now() < until) {
      const text = `message ${(n += 1)}`;
      sent.set(text, performance.now());
      await person.say(text);
      // A fast writer: a message each second.
      await new Promise((soon) => setTimeout(soon, 1000));
    }
  }),
);
process.stdout.write(
  `${JSON.stringify({ events: latencies.length, lost: sent.size, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), claimP99: quantile(claims, 0.99) })}\n`,
);
process.exit(0);
