import { describe, expect, it } from '@jest/globals';
import { countdownText, durationText } from './duration-text';

describe('durations in words', () => {
  it.each([
    [5, '5 seconds'],
    [60, '1 minute'],
    [90, '90 seconds'],
    [900, '15 minutes'],
    [21_600, '6 hours'],
    [604_800, '7 days'],
  ])('says %s as %s', (seconds, text) => {
    expect(durationText(seconds, 'en')).toBe(text);
  });

  it.each([
    [1, '1 second'],
    [59, '59 seconds'],
    [60, '1:00'],
    [605, '10:05'],
    [3_600, '1:00:00'],
    [7_325, '2:02:05'],
  ])('counts %s down as %s', (seconds, text) => {
    expect(countdownText(seconds, 'en')).toBe(text);
  });
});
