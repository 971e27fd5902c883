import { parseArgs } from 'node:util';

export const scenarioNames = ['idle', 'room', 'open', 'many', 'presence', 'history', 'search'] as const;
/** Takes minutes and gigabytes for itself, so it runs when it is asked for. */
const onDemand: readonly ScenarioName[] = ['search'];
export type ScenarioName = (typeof scenarioNames)[number];

export interface Options {
  scenarios: readonly ScenarioName[];
  /** How many people sit in the room, one run for each. */
  people: readonly number[];
  /** Of each measurement; warming up comes before. */
  seconds: number;
  /** How many messages there are to be searched. */
  messages: number;
  /** Where the figures are written as JSON. */
  json?: string;
  /** Where the CPU profile of the product is kept. */
  profile?: string;
}

/** @throws when an option is unknown or has no meaning */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      people: { type: 'string', default: '50,200,500' },
      seconds: { type: 'string' },
      messages: { type: 'string', default: '200000' },
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const seconds = Number(values.seconds ?? (values.quick ? 4 : 15));
  const people = values.people.split(',').map(Number);
  if (![seconds, ...people].every((number) => number >= 1 && number <= 1_000)) {
    throw new Error('--seconds and --people are numbers from 1 to 1000');
  }
  const messages = Number(values.messages);
  if (!(messages >= 10_000 && messages <= 20_000_000)) {
    throw new Error('--messages is a number from 10000 to 20000000');
  }
  return {
    ...{ messages, seconds, people, scenarios: toScenarios(values.only), json: values.json },
    profile: values.profile,
  };
}

function toScenarios(only: string | undefined): ScenarioName[] {
  const wanted = only?.split(',') ?? scenarioNames.filter((name) => !onDemand.includes(name));
  const unknown = wanted.find((name) => !scenarioNames.some((known) => known === name));
  if (unknown !== undefined) {
    throw new Error(`--only ${unknown}: there are ${scenarioNames.join(', ')}`);
  }
  return scenarioNames.filter((name) => wanted.includes(name));
}
