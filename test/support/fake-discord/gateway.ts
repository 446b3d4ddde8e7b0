import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** Discord's gateway on loopback (documentation, gateway, August 2026): one session at a time. */

const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalid: 9,
  hello: 10,
  ack: 11,
};
/** Privileged intents: presences, members, message content. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
const KNOWN = 0x0131_ffff | (1 << 24) | (1 << 25);

interface Payload {
  op: number;
  d?: unknown;
}

export interface FakeGateway {
  url: string;
  /** What each IDENTIFY said. */
  identified: { token: string; intents: number }[];
  /** Sessions that were resumed. */
  resumed: number;
  beats: number;
  /** Codes with which clients closed. */
  closings: number[];
  /** Closes each connection that identifies with this code; null lets it in. */
  refuseWith: number | null;
  /** What READY says of the bot, and the servers that follow. */
  welcome: () => { user: object; application: object; guilds: { id: string }[] };
  /** Told of each message of a client. */
  onMessage: () => void;
  /** Sends an event to the connected client, or keeps it for the resume. */
  dispatch(event: string, data: object): void;
  /** Closes the connection as Discord would. */
  drop(code: number): void;
  /** Asks the client to connect again. */
  askToReconnect(): void;
  close(): Promise<void>;
}

interface Session {
  id: string;
  events: { s: number; t: string; d: object }[];
}

const read = (data: unknown): Payload => JSON.parse(String(data)) as Payload;

export async function fakeGateway(options: { token: string; heartbeatMs?: number }): Promise<FakeGateway> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  let session: Session | null = null;
  let sessions = 0;
  let client: WebSocket | null = null;
  const say = (socket: WebSocket | null, payload: object): void => socket?.send(JSON.stringify(payload));

  const fake: FakeGateway = {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    identified: [],
    resumed: 0,
    beats: 0,
    closings: [],
    refuseWith: null,
    onMessage: () => undefined,
    welcome: () => ({ user: {}, application: {}, guilds: [] }),
    dispatch: (t, d) => {
      if (!session) throw new Error('nobody has identified');
      const event = { s: session.events.length + 1, t, d };
      session.events.push(event);
      say(client, { op: OP.dispatch, ...event });
    },
    drop: (code) => {
      const gone = client;
      client = null;
      gone?.close(code);
    },
    askToReconnect: () => say(client, { op: OP.reconnect, d: null }),
    close: async () => {
      for (const socket of server.clients) socket.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  const identify = (socket: WebSocket, { token, intents }: { token: string; intents: number }): void => {
    fake.identified.push({ token, intents });
    if (token !== options.token) return void socket.close(4004);
    if (fake.refuseWith !== null) return void socket.close(fake.refuseWith);
    if ((intents & ~KNOWN) !== 0) return void socket.close(4013);
    if ((intents & PRIVILEGED) !== 0) return void socket.close(4014);
    sessions += 1;
    session = { id: `session-${sessions}`, events: [] };
    client = socket;
    const { user, application, guilds } = fake.welcome();
    fake.dispatch('READY', {
      v: 10,
      user,
      application,
      session_id: session.id,
      resume_gateway_url: fake.url,
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    });
    for (const guild of guilds) fake.dispatch('GUILD_CREATE', guild);
  };
  const resume = (socket: WebSocket, { session_id: id, seq }: { session_id: string; seq: number }): void => {
    if (!session || session.id !== id) return void say(socket, { op: OP.invalid, d: false });
    fake.resumed += 1;
    client = socket;
    for (const event of session.events.slice(seq)) say(socket, { op: OP.dispatch, ...event });
    fake.dispatch('RESUMED', {});
  };

  server.on('connection', (socket) => {
    let known = false;
    say(socket, { op: OP.hello, d: { heartbeat_interval: options.heartbeatMs ?? 41_250 } });
    socket.on('message', (data) => {
      const { op, d } = read(data);
      setImmediate(() => fake.onMessage());
      if (op === OP.heartbeat) {
        fake.beats += 1;
        return void say(socket, { op: OP.ack });
      }
      if (op !== OP.identify && op !== OP.resume) return void socket.close(known ? 4001 : 4003);
      if (known) return void socket.close(4005);
      known = true;
      if (op === OP.identify) identify(socket, d as { token: string; intents: number });
      else resume(socket, d as { session_id: string; seq: number });
    });
    socket.on('close', (code) => {
      fake.closings.push(code);
      if (client === socket) client = null;
    });
  });
  return fake;
}
