import { HttpContext, HttpContextToken } from '@angular/common/http';

/** Marks requests that are made without an access token: those that lead to one. */
export const WITHOUT_SESSION = new HttpContextToken(() => false);

export function withoutSession(): HttpContext {
  return new HttpContext().set(WITHOUT_SESSION, true);
}
