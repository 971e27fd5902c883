/** Messages of a room that the index knows as one: `seq` 1 to 32, 33 to 64, and so on. */
export const PASSAGE_LENGTH = 32;

/** The number of the passage to which a message belongs, counted from 0. */
export const PASSAGE_OF = (seq: string) => `(${seq} - 1) / ${PASSAGE_LENGTH}`;

/** Whether a message is in a passage, as SQL. */
export const IN_PASSAGE = (seq: string, number: string) =>
  `${seq} BETWEEN ${number} * ${PASSAGE_LENGTH} + 1 AND (${number} + 1) * ${PASSAGE_LENGTH}`;

/** By what a message is found, as SQL: its words, and what its files are called. */
export const SEARCHED_TEXT = (message: string) =>
  `CASE WHEN ${message}.files IS NULL THEN ${message}.body ELSE concat_ws(E'\\n', ${message}.body,
    (SELECT string_agg(f ->> 'name', E'\\n') FROM jsonb_array_elements(${message}.files) AS f)) END`;

/** What can be found at all: what people wrote, is still there, and can be read by the server. */
export const IS_SEARCHABLE = (message: string) =>
  `${message}.kind = 'text' AND ${message}.deleted_at IS NULL`;
