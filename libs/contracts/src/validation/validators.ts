import { Transform } from 'class-transformer';
import { Matches, ValidateBy, ValidateIf } from 'class-validator';
import { codePoints } from '../limits.js';
import { isDayOrMoment } from '../search/search-syntax.js';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CLIENT_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
/** Characters that take no place on the screen: a text of nothing else says nothing. */
const INVISIBLE = /[\s\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu;

/** For what may be left out. Unlike `IsOptional` it does not let null in. */
export function MayBeAbsent(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}

/** For what may be left out, and for which null means "take it away". */
export function MayBeNull(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined && value !== null);
}

/** The id of something that exists. Upper case is accepted, and is lower case from here on. */
export function IsId(): PropertyDecorator {
  return lowerCase(Matches(ID, { message: 'must be a UUID' }));
}

/** An id that a client makes: a UUIDv7, whose leading time keeps new rows at the end of the index. */
export function IsClientId(): PropertyDecorator {
  return lowerCase(Matches(CLIENT_ID, { message: 'must be a UUIDv7' }));
}

/** A moment as JSON has it, with a time zone: `2026-11-20T12:00:00Z`. */
export function IsTime(): PropertyDecorator {
  return ValidateBy({
    name: 'isTime',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'string' && TIME.test(value) && !Number.isNaN(Date.parse(value)),
      defaultMessage: () => 'must be a time such as 2026-11-20T12:00:00Z',
    },
  });
}

/** A day, `2026-11-20`, or a moment as `IsTime` has it. */
export function IsDayOrMoment(): PropertyDecorator {
  return ValidateBy({
    name: 'isDayOrMoment',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isDayOrMoment(value),
      defaultMessage: () => 'must be a day such as 2026-11-20, or a time such as 2026-11-20T12:00:00Z',
    },
  });
}

/** A list of ids, each once, in lower case. */
export function IsIdList(max: number): PropertyDecorator {
  return idList('isIdList', 1, max);
}

/** As above, and there may be none. */
export function IsIdListOrEmpty(max: number): PropertyDecorator {
  return idList('isIdListOrEmpty', 0, max);
}

/** At least one of these values, each at most once. */
export function IsListOf(values: readonly string[]): PropertyDecorator {
  return ValidateBy({
    name: 'isListOf',
    constraints: [values],
    validator: {
      validate: (value: unknown) =>
        Array.isArray(value) &&
        value.length > 0 &&
        new Set(value).size === value.length &&
        value.every((one) => typeof one === 'string' && values.includes(one)),
      defaultMessage: () => `must be a list of ${values.join(', ')}`,
    },
  });
}

/** Text that a person wrote: not blank, at most `max` code points, nothing PostgreSQL cannot store. */
export function IsText(max: number): PropertyDecorator {
  return ValidateBy({
    name: 'isText',
    constraints: [max],
    validator: {
      validate: (value: unknown) => isStorableText(value, max) && isSayingSomething(value),
      defaultMessage: () => `must be text of 1 to ${max} characters without NUL or lone surrogates`,
    },
  });
}

/** Text that may be empty when there is something in the list beside it, such as files. */
export function IsTextUnless(list: string, max: number): PropertyDecorator {
  return ValidateBy({
    name: 'isTextUnless',
    constraints: [list, max],
    validator: {
      validate: (value: unknown, { object }: { object: object } = { object: {} }) =>
        isStorableText(value, max) && (isSayingSomething(value) || hasItems(object, list)),
      defaultMessage: () =>
        `must be text of 1 to ${max} characters without NUL or lone surrogates, or empty beside ${list}`,
    },
  });
}

/** At most `count` texts as `IsText` has them, each once. */
export function IsTextList(count: number, max: number): PropertyDecorator {
  const isOne = (text: unknown) => isStorableText(text, max) && isSayingSomething(text);
  return ValidateBy({
    name: 'isTextList',
    constraints: [count, max],
    validator: {
      validate: (value: unknown) =>
        Array.isArray(value) &&
        value.length <= count &&
        new Set(value).size === value.length &&
        value.every(isOne),
      defaultMessage: () => `must be a list of at most ${count} texts of 1 to ${max} characters`,
    },
  });
}

/** At most `count` texts beside other things in the same order; each may be empty. */
export function IsTextListOrEmpty(count: number, max: number): PropertyDecorator {
  return ValidateBy({
    name: 'isTextListOrEmpty',
    constraints: [count, max],
    validator: {
      validate: (value: unknown) =>
        Array.isArray(value) && value.length <= count && value.every((text) => isStorableText(text, max)),
      defaultMessage: () => `must be a list of at most ${count} texts of at most ${max} characters`,
    },
  });
}

/** Text that may be empty: a topic, a description of oneself. */
export function IsTextOrEmpty(max: number): PropertyDecorator {
  return ValidateBy({
    name: 'isTextOrEmpty',
    constraints: [max],
    validator: {
      validate: (value: unknown) => isStorableText(value, max),
      defaultMessage: () => `must be text of at most ${max} characters without NUL or lone surrogates`,
    },
  });
}

/** Whether anything of a text is to be seen. */
export function isSayingSomething(text: string): boolean {
  return text.replace(INVISIBLE, '') !== '';
}

function idList(name: string, min: number, max: number): PropertyDecorator {
  const validate = ValidateBy({
    name,
    constraints: [max],
    validator: {
      validate: (value: unknown) => isIdList(value, min, max),
      defaultMessage: () => `must be a list of ${min} to ${max} UUIDs`,
    },
  });
  const transform = Transform(({ value }: { value: unknown }) =>
    Array.isArray(value) ? [...new Set(value.map(toLowerCase))] : value,
  );
  return both(transform, validate);
}

function lowerCase(validate: PropertyDecorator): PropertyDecorator {
  return both(
    Transform(({ value }: { value: unknown }) => toLowerCase(value)),
    validate,
  );
}

function both(...decorators: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => decorators.forEach((decorate) => decorate(target, property));
}

function toLowerCase(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function isIdList(value: unknown, min: number, max: number): boolean {
  return (
    Array.isArray(value) &&
    value.length >= min &&
    value.length <= max &&
    value.every((id) => typeof id === 'string' && ID.test(id))
  );
}

function hasItems(object: object, list: string): boolean {
  const items: unknown = Reflect.get(object, list);
  return Array.isArray(items) && items.length > 0;
}

function isStorableText(value: unknown, max: number): value is string {
  return (
    typeof value === 'string' && codePoints(value) <= max && value.isWellFormed() && !value.includes('\0')
  );
}
