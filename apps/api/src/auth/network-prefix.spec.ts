import { networkPrefix } from './network-prefix';

describe('network prefix', () => {
  it.each([
    ['203.0.113.7', '203.0.113'],
    ['::ffff:203.0.113.7', '203.0.113'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001::6', '2001:db8:1:0'],
    ['::1', '0:0:0:0'],
  ])('of %s is %s', (ip, prefix) => {
    expect(networkPrefix(ip)).toBe(prefix);
  });
});
