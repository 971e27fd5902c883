import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LINE = /^([a-z]+)(:| >) (.*)$/;
const EDITED = ' ==> ';

/*
 * A conversation is a text: what kind of room it is, who is in it (the first one makes it), since when it goes on,
 * and then a line for each message. `ann: …` says something, `ann > …` answers the line before, `… ==> …` is edited.
 */
export function readConversations(directory = join(import.meta.dirname, 'conversations')) {
  const files = readdirSync(directory).sort();
  return files.map((file) => parse(file, readFileSync(join(directory, file), 'utf8')));
}

function parse(file, text) {
  const [head = '', people = '', time = '', ...lines] = text.trimEnd().split('\n');
  const [kind, name, topic] = head.split(' | ');
  const [, days, hours] = /^(\d+) days ago for (\d+) hours$/.exec(time) ?? [];
  return {
    ...{ id: idOf(file), kind, name, topic, people: people.split(' ') },
    begin: Date.now() - Number(days) * 86_400_000,
    span: Number(hours) * 3_600_000,
    messages: lines.map((line, index) => toMessage(file, line, index)),
  };
}

function toMessage(file, line, index) {
  const [, author, mark, text] = LINE.exec(line) ?? [];
  const [body, edited] = text.replace(/\\(n|\\)/g, (_, sign) => (sign === 'n' ? '\n' : sign)).split(EDITED);
  const replyToId = mark === ':' ? undefined : idOf(file, index - 1);
  return { id: idOf(file, index), author, body, edited, replyToId };
}

/** The same every time, so that the server knows again what it has; in the form of a UUIDv7. */
function idOf(...parts) {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-7$3-8$4-$5');
}
