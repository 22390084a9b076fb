// Runs one peer written in JavaScript: run.mjs PEER MODE <texts >spans. Input, output and times as in python/run.py.
// A peer is a module beside this one whose default export, given the mode, gives a function from a text to
// [{start, end, label}] in UTF-16 units; it may be asynchronous.
import { createInterface } from 'node:readline';

/** Where each UTF-16 unit begins in UTF-8. */
function byteOffsets(text) {
  const at = new Uint32Array(text.length + 1);
  for (let i = 0; i < text.length;) {
    const point = text.codePointAt(i), units = point > 0xffff ? 2 : 1;
    const bytes = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (units === 2) at[i + 1] = at[i];
    at[i + units] = at[i] + bytes;
    i += units;
  }
  return at;
}

const [peer, mode] = process.argv.slice(2);
const find = await (await import(`./peer_${peer}.mjs`)).default(mode);
await find('Tom Baker moved to Leeds on 4 May.');   // what is loaded late is not counted
let microseconds = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const { id, text } = JSON.parse(line), before = process.cpuUsage();
  const found = await find(text);
  const { user, system } = process.cpuUsage(before), at = byteOffsets(text);
  microseconds += user + system;
  const spans = found.filter(s => s.start < s.end).map(s => ({ start: at[s.start], end: at[s.end], label: s.label }));
  console.log(JSON.stringify({ id, spans }));
}
console.error(microseconds / 1e6);
