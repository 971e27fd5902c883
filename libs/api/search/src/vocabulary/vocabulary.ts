import { Injectable } from '@nestjs/common';
import { editDistance, toleratedDistance } from '../query/edit-distance.js';
import { VocabularyRepository } from './vocabulary.repository.js';

/** With more words than this a condition takes longer than reading what it would leave out. */
const MOST_WORDS = 400;
const MOST_SIMILAR = 20;
const MOST_CANDIDATES = 200;

/** Which words there are: by parts of them, and by how they are misspelt. */
@Injectable()
export class Vocabulary {
  constructor(private readonly words: VocabularyRepository) {}

  /** @returns null when there are too many */
  async like(pattern: string): Promise<string[] | null> {
    const words = await this.words.like(pattern, MOST_WORDS + 1);
    return words.length > MOST_WORDS ? null : words;
  }

  /** Words that may be meant by one that nobody wrote, the most similar first. */
  async similarTo(word: string): Promise<string[]> {
    const tolerated = toleratedDistance(word);
    if (tolerated === 0) {
      return [];
    }
    const candidates = await this.words.similar(word, withOneMistake(word), MOST_CANDIDATES);
    return candidates
      .map((candidate) => ({ candidate, distance: editDistance(word, candidate) }))
      .filter(({ distance }) => distance > 0 && distance <= tolerated)
      .toSorted((a, b) => a.distance - b.distance)
      .slice(0, MOST_SIMILAR)
      .map(({ candidate }) => candidate);
  }
}

/** Patterns of all words that differ in one letter, or in the order of two. */
function withOneMistake(word: string): string[] {
  const letters = Array.from(word);
  return letters.flatMap((letter, index) => {
    const before = letters.slice(0, index).join('');
    const after = letters.slice(index + 1).join('');
    const swapped = before + (letters[index + 1] ?? '') + letter + letters.slice(index + 2).join('');
    return [`${before}_${after}`, `${before}_${letter}${after}`, before + after, swapped];
  });
}
