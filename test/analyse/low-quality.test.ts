import { describe, expect, it } from 'vitest';
import { lowQuality } from '../../src/analyse/low-quality.ts';
import { read } from './dispute.ts';

const MARKS = ['Goal', 'Lama-Modelle', 'artificial brain power'];

describe('a machine-translated page', () => {
  it('is known by the words the machine left, and says by which', () => {
    const text = 'The appeal by Goal failed. Users of Goal may object to artificial brain power.';
    expect(lowQuality(text, 'en', MARKS)).toBe('Goal ×2, artificial brain power ×1');
  });

  it('is not suspected for one stray word', () => {
    expect(lowQuality('Der Konzern nennt sie Lama-Modelle.', 'de', MARKS)).toBeNull();
  });

  it('is not suspected for the same letters inside another word or in small letters', () => {
    expect(lowQuality('The goal of Goalkeepers is one goal after another goal.', 'en', MARKS)).toBeNull();
  });

  it('is not suspected for capitals that the head of a sentence brings', () => {
    expect(lowQuality('Goal! He did it. Goal number two came late.', 'en', MARKS)).toBeNull();
  });

  it('is known by a small word that stands where only a name can', () => {
    const text = 'The group sued. It won against goal in May, and goal’s users rejoiced.';
    expect(lowQuality(text, 'en', ['goal'])).toBe('goal ×2');
  });

  it('is not suspected for writing about goals', () => {
    const text = 'The goal is clear. A common goal helps, and the second goal is time. Our goal stands.';
    expect(lowQuality(text, 'en', ['goal', 'Goal'])).toBeNull();
  });

  it('is known by phrases, in the headline as well', () => {
    const { lowQuality: marks } = read('The goal group may use old letters, the senate found.', {
      title: 'Court: firm may train Lama with letters',
      language: 'en',
    });
    expect(marks).toBe('goal group ×1, train Lama ×1');
  });

  it('is not suspected for a lama in the mountains and a goal in the net', () => {
    const text = 'The Dalai Lama spoke. A group goal was met; the goal was set by the team with a kick.';
    expect(read(text, { language: 'en' }).lowQuality).toBeNull();
  });

  it('is not suspected without marks', () => {
    expect(lowQuality('Goal Goal Goal', 'en', [])).toBeNull();
    expect(lowQuality('Goal Goal Goal', 'en', ['', ' '])).toBeNull();
  });
});
