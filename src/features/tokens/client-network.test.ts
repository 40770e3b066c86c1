import { expect, test } from '@jest/globals';
import { networkOf } from './client-network.ts';

test('an IPv4 address stands for itself, however it is written', () => {
  expect(networkOf('192.0.2.7')).toBe(networkOf('::ffff:192.0.2.7'));
  expect(networkOf('192.0.2.7')).toBe(networkOf('::FFFF:c000:207'));
  expect(networkOf('192.0.2.7')).not.toBe(networkOf('192.0.2.8'));
});

test('an IPv6 address stands for its /64, however it is written', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
  expect(networkOf('2001:DB8:1:2::99')).toBe('2001:db8:1:2::/64');
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0::/64');
  expect(networkOf('::1')).toBe('0:0:0:0::/64');
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'));
});

test('what is no address is kept as it is', () => {
  expect(networkOf('unknown')).toBe('unknown');
  expect(networkOf('')).toBe('');
});
