import { describe, expect, it } from 'vitest';
import { strengthOf } from './strength';

describe('strengthOf', () => {
  it.each([
    ['', 'short'],
    ['a1!B', 'short'],
    ['aaaaaaaaaaaa', 'weak'],
    ['12345678', 'weak'],
    ['abcdefghijkl', 'weak'],
    ['maldivas92', 'fair'],
    ['correct horse battery staple', 'strong'],
    ['v9$Kq!2mZx7', 'strong'],
  ])('%s is %s', (password, strength) => {
    expect(strengthOf(password)).toBe(strength);
  });

  it('gives nothing for the name and the address of the person', () => {
    expect(strengthOf('lucia.hernandez1')).toBe('strong');
    expect(strengthOf('lucia.hernandez1', ['Lucia Hernandez', 'x@y.org'])).toBe('weak');
  });
});
