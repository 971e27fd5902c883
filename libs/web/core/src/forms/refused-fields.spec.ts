import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form } from '@angular/forms/signals';
import { describe, expect, it } from '@jest/globals';
import { aProblem } from '@parley/web-testing';
import { ProblemError } from '../errors/problem-error';
import { refusedFields } from './refused-fields';

describe('refusedFields', () => {
  const { username, email } = TestBed.runInInjectionContext(() => form(signal({ username: '', email: '' })));
  const fields = { username, email };
  const codes = { 'auth.username-taken': 'username' } as const;

  it('points at the fields that the server names', () => {
    const problem = {
      ...aProblem('request.invalid'),
      errors: [
        { pointer: '/email', detail: 'must be an email' },
        { pointer: '/elsewhere', detail: 'must be absent' },
      ],
    };

    expect(refusedFields(new ProblemError(problem), fields, codes)).toEqual([
      { kind: 'server', message: 'must be an email', fieldTree: email },
    ]);
  });

  it('knows which field a code is about', () => {
    const refused = refusedFields(new ProblemError(aProblem('auth.username-taken')), fields, codes);

    expect(refused).toEqual([{ kind: 'server', message: 'errors.auth.username-taken', fieldTree: username }]);
  });

  it.each([new ProblemError(aProblem('server.unavailable')), new Error('no network')])(
    'blames no field for %s',
    (error) => {
      expect(refusedFields(error, fields, codes)).toEqual([]);
    },
  );
});
