import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { expect } from 'chai';
import { MemoryRecords } from '../../bot/console/records.ts';
import type { Case } from '../../bot/domain/case.ts';
import { advance, newCase } from '../../bot/handoff/case.ts';
import { type Notice, type NoticeRecords, Notices } from '../../bot/notices/notices.ts';
import { CaseFiles } from '../../bot/store/cases.ts';
import { signature } from '../../bot/notices/webhook.ts';
import { RecordFiles } from '../../bot/store/lowdb/record-files.ts';
import { readNotice } from '../../bot/console/stored.ts';
import { ModelDisk, systemError } from '../store/model-disk.ts';

const SECRET = 'a secret that both of us know';
const record = newCase(
  {
    id: 'case',
    conversation: 'conversation',
    way: 'callback',
    summary: [{ id: 'wants', label: 'Would help', text: 'To talk' }],
    callback: { phone: '406 555 0100', name: 'Ann', times: ['Morning'], message: 'name_only' },
    earlier: false,
    fromSeq: 0,
    language: 'en',
    country: 'US',
    safety: [],
  },
  '2026-11-20T15:00:00.000Z',
);

/** Notices that are still to be sent. */
function open(records: NoticeRecords): Notice[] {
  return records.all().filter(({ done }) => !done);
}

describe('a help desk that receives cases', () => {
  let desk: Server;
  let url: string;
  let status = 200;
  let requests: { headers: Record<string, unknown>; body: string }[];
  const clock = { time: Date.UTC(2026, 10, 20, 15), now: () => clock.time };
  let logged: string[];

  beforeEach(async () => {
    requests = [];
    logged = [];
    status = 200;
    desk = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        requests.push({ headers: request.headers, body: Buffer.concat(pieces).toString() });
        response.writeHead(status, status === 302 ? { location: 'http://169.254.169.254/' } : {});
        response.end();
      });
    });
    await new Promise<void>((listening) => desk.listen(0, '127.0.0.1', listening));
    const address = desk.address();
    url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/hook`;
  });
  afterEach(() => new Promise((closed) => desk.close(closed)));

  const make = (records: NoticeRecords, now: Case = record) =>
    new Notices({
      records,
      clock,
      post: (to, init) => fetch(to, init),
      caseOf: () => now,
      cases: () => [],
      webhook: { url, secret: SECRET },
      log: (event, facts) => logged.push(JSON.stringify({ event, ...facts })),
    });

  it('can tell that it is from us, and gets what the person approved', async () => {
    await make(new MemoryRecords()).requested(record);
    expect(requests).to.have.length(1);
    const { headers, body } = requests[0] ?? { headers: {}, body: '' };
    const id = String(headers['webhook-id']);
    const timestamp = String(headers['webhook-timestamp']);
    expect(headers['webhook-signature']).to.equal(`v1,${signature(SECRET, id, timestamp, body)}`);
    expect(Number(timestamp)).to.equal(clock.time / 1000);
    expect(JSON.parse(body)).to.have.nested.property('data.summary[0].text', 'To talk');
  });

  it('gets it again under the same id, later and later, when it did not answer, also after a restart', async () => {
    const records = new MemoryRecords<Notice>();
    status = 503;
    await make(records).requested(record);
    const again = make(records);
    await again.tick();
    expect(requests).to.have.length(1);
    clock.time += 5_000;
    await again.tick();
    clock.time += 29_000;
    await again.tick();
    expect(requests).to.have.length(2);
    status = 200;
    clock.time += 1_000;
    await again.tick();
    expect(requests.map((one) => one.headers['webhook-id'])).to.deep.equal(Array(3).fill('webhook.case'));
    clock.time += 86_400_000;
    await again.tick();
    expect(requests).to.have.length(3);
    expect(open(records)).to.deep.equal([]);
  });

  it('cannot send us elsewhere, and is given up after days', async () => {
    const records = new MemoryRecords<Notice>();
    status = 302;
    const notices = make(records);
    await notices.requested(record);
    for (let n = 0; n < 10; n += 1) {
      clock.time += 13 * 3_600_000;
      await notices.tick();
    }
    expect(requests).to.have.length(8);
    expect(open(records)).to.deep.equal([]);
    expect(logged.at(-1)).to.include('notice-given-up');
    expect(logged.join()).not.to.match(/Ann|406|To talk/);
  });

  it('checks the signature with the bytes that a secret of the form whsec_ stands for', () => {
    const bytes = Buffer.from('bytes that are no text \u0001\u00ff', 'latin1');
    const expected = createHmac('sha256', bytes).update('id.1.{}').digest('base64');
    expect(signature(`whsec_${bytes.toString('base64')}`, 'id', '1', '{}')).to.equal(expected);
  });

  it('is not told of someone who has taken the request back meanwhile', async () => {
    const records = new MemoryRecords<Notice>();
    status = 503;
    await make(records).requested(record);
    status = 200;
    clock.time += 5_000;
    const withdrawn = advance(record, 'person', { kind: 'withdrawn' }, new Date(clock.time).toISOString());
    await make(records, withdrawn as Case).tick();
    expect(requests).to.have.length(1);
    expect(open(records)).to.deep.equal([]);
  });

  it('is not told again and again while the disk is full', async () => {
    const disk = new ModelDisk();
    const records = await RecordFiles.open<Notice>('/notices', readNotice, disk);
    status = 503;
    await make(records).requested(record);
    status = 200;
    disk.before = (operation) => {
      if (operation === 'write') throw systemError('ENOSPC');
    };
    const notices = make(records);
    for (let n = 0; n < 5; n += 1) {
      clock.time += 86_400_000;
      await notices.tick();
    }
    expect(requests).to.have.length(1);
    disk.before = () => undefined;
    await notices.tick();
    expect(requests).to.have.length(2);
    expect(open(records)).to.deep.equal([]);
  });

  it('is not told twice of one request', async () => {
    const records = new MemoryRecords<Notice>();
    status = 500;
    const notices = make(records);
    await notices.requested(record);
    await notices.requested(record);
    expect(records.all()).to.have.length(1);
  });
});

describe('a help desk, when the process ends at the worst moment', () => {
  const SETTLED = new Date(Date.UTC(2026, 10, 20, 15)).toISOString();

  /** The product's cases and notices as one start finds them on the disk. */
  async function started(disk: ModelDisk, told: string[], later = 0) {
    const cases = await CaseFiles.open('/data', disk);
    const notices = new Notices({
      records: await RecordFiles.open<Notice>('/data/notices', readNotice, disk),
      clock: { now: () => Date.parse(SETTLED) + later },
      post: async (_url, init) => {
        told.push(new Headers(init.headers).get('webhook-id') ?? '');
        return { status: 204 };
      },
      caseOf: (id) => cases.get(id),
      cases: () => cases.all(),
      webhook: { url: 'https://desk.example.org/', secret: SECRET },
      log: () => undefined,
    });
    return { cases, notices };
  }

  /** Someone asks for a call; the power goes at the `n`th touch of the disk after that. False when that is never reached. */
  async function askedAndCut(disk: ModelDisk, told: string[], n: number): Promise<boolean> {
    await disk.makeFolder('/data');
    await disk.syncFolder('/');
    const { cases, notices } = await started(disk, told);
    await cases.commit(record, null);
    let touches = 0;
    let gone = false;
    disk.before = () => {
      if (touches++ < n) return;
      gone = true;
      throw systemError('EIO');
    };
    await notices.requested(record).catch(() => undefined);
    disk.before = () => undefined;
    disk.cut(() => n % 2 === 0);
    return gone;
  }

  it('hears of each request, wherever it ended after the case was kept, and of none again once that was noted', async () => {
    let moments = 0;
    for (let cut = true; cut; moments += 1) {
      const disk = new ModelDisk();
      const told: string[] = [];
      cut = await askedAndCut(disk, told, moments);
      await (await started(disk, told, 60_000)).notices.tick();
      expect([...new Set(told)], `cut at ${moments}`).to.deep.equal(['webhook.case']);
      const times = told.length;
      const { cases, notices } = await started(disk, told, 86_400_000);
      await notices.tick();
      expect(told, `cut at ${moments}`).to.have.length(times);
      const closed = advance(record, 'ana', { kind: 'closed', outcome: 'support-found' }, SETTLED) as Case;
      await cases.commit(closed, record.version);
      await notices.tick();
      expect([...disk.files().keys()].filter((name) => name.includes('notices/'))).to.deep.equal([]);
    }
    expect(moments, 'moments at which it can end').to.be.greaterThan(10);
  });

  it('hears nothing of someone who has not answered "still there?"', async () => {
    const disk = new ModelDisk();
    const told: string[] = [];
    await disk.makeFolder('/data');
    const { cases, notices } = await started(disk, told);
    const asked = newCase({ ...record, id: 'live', way: 'live' }, SETTLED);
    await cases.commit(asked, null);
    await notices.tick();
    expect(told).to.deep.equal([]);
    const here = advance(asked, 'person', { kind: 'still-there' }, SETTLED) as Case;
    await cases.commit(here, asked.version);
    await notices.tick();
    expect(told).to.deep.equal(['webhook.live']);
  });
});

describe('an inbox that is told when someone waits', () => {
  it('reads nothing about them', async () => {
    const received: string[] = [];
    const server = smtp(received);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    try {
      const records = new MemoryRecords<Notice>();
      await new Notices({
        records,
        clock: { now: () => 0 },
        post: (to, init) => fetch(to, init),
        caseOf: () => record,
        cases: () => [],
        email: {
          smtp: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
          from: 'navigator@example.org',
          to: 'helpline@example.org',
          consoleUrl: 'https://help.example.org/console',
        },
        log: () => undefined,
      }).requested(record);
      expect(open(records)).to.deep.equal([]);
    } finally {
      await new Promise((closed) => server.close(closed));
    }
    const text = received.join('\n');
    expect(text).to.include('Someone asked for a person').and.include('https://help.example.org/console');
    expect(text).not.to.match(/Ann|406|To talk|case/i);
  });
});

/** As much of an SMTP server as a mail needs. */
function smtp(received: string[]): TcpServer {
  return createTcpServer((socket) => {
    let inData = false;
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      for (const line of chunk
        .toString()
        .split('\r\n')
        .filter((one) => one !== '')) {
        if (inData) {
          received.push(line);
          if (line === '.') {
            inData = false;
            socket.write('250 taken\r\n');
          }
        } else if (line === 'DATA') {
          inData = true;
          socket.write('354 go on\r\n');
        } else if (line === 'QUIT') {
          socket.end('221 bye\r\n');
        } else socket.write('250 fine\r\n');
      }
    });
    socket.on('error', () => undefined);
  });
}
