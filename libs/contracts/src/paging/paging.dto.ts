import { Type } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { limits } from '../limits.js';
import { MayBeAbsent } from '../validation/validators.js';

/** The query of every list. */
export class PageQuery {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(limits.page.max)
  limit: number = limits.page.default;

  /** The `nextCursor` of the page before; none for the first page. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(1_000)
  cursor?: string;
}

/** What every page of a list has besides its items. */
export class PageEnd {
  /** For the next page; null when this was the last one. */
  nextCursor!: string | null;
}
