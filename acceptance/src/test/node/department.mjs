// A department's own system: takes every assignment of its topic, accepts it, completes it, and reports on standard
// output, a JSON object a line, what it read and sent. Ends when its standard input does.
//
//   node department.mjs <bootstrap servers> <department>

import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';

const [brokers, department] = process.argv.slice(2);
const kafka = new Kafka({ clientId: `outside-${department}`, brokers: brokers.split(','), logLevel: logLevel.ERROR });
const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
const consumer = kafka.consumer({ groupId: `outside-${department}` });

const tell = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);
const header = (message, name) => message.headers[name]?.toString();

async function reply(type, body) {
  const id = randomUUID();
  await producer.send({
    topic: `whistle.reply.${department}`,
    messages: [
      {
        key: body.ticketId,
        value: JSON.stringify(body),
        headers: {
          ce_specversion: '1.0',
          ce_id: id,
          ce_source: `/outside/${department}`,
          ce_type: type,
          ce_subject: body.ticketId,
          ce_time: new Date().toISOString(),
          'content-type': 'application/json',
        },
      },
    ],
  });
  tell({ sent: type, id, ticketId: body.ticketId });
}

async function handle(message) {
  const type = header(message, 'ce_type');
  const body = JSON.parse(message.value.toString());
  tell({ read: type, ticketId: body.ticketId });
  if (type !== 'whistle.assignment.issued.v1') {
    return;
  }
  const common = { ticketId: body.ticketId, assignmentId: body.assignmentId, handler: '值班系统' };
  await reply('whistle.reply.accept.v1', common);
  // Accepting twice is against the rules; the refusal must come back on the topic for it.
  await reply('whistle.reply.accept.v1', common);
  await reply('whistle.reply.complete.v1', { ...common, result: '已由部门自有系统处置完毕' });
}

process.stdin.resume();
process.stdin.on('end', () => process.exit(0));

await producer.connect();
await consumer.connect();
await consumer.subscribe({ topics: [`whistle.assigned.${department}`], fromBeginning: true });
await consumer.subscribe({ topics: [`whistle.reply.${department}.rejected`], fromBeginning: true });
await consumer.run({
  eachMessage: async ({ topic, message }) => {
    if (topic.endsWith('.rejected')) {
      const rejected = JSON.parse(message.value.toString());
      const cause = header(message, 'ce_causationid');
      tell({ rejected, cause });
    } else {
      await handle(message);
    }
  },
});
tell({ ready: department });
