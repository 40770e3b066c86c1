import { expect, test } from '@jest/globals';
import { privateDirectories, writableMountPoints } from './sandbox-mounts.ts';

const MOUNTINFO = [
  '22 27 0:21 / /proc rw,relatime - proc proc rw',
  '27 1 254:0 / / rw,relatime - ext4 /dev/vda rw',
  '40 27 0:40 / /home\\040of\\134all rw,nosuid shared:3 - xfs /dev/vdb rw',
  '41 27 0:41 / /media ro,nosuid - iso9660 /dev/sr0 ro',
  '25 24 0:23 / /dev/shm rw - tmpfs tmpfs rw',
  '30 25 0:27 / /dev/shm rw - tmpfs tmpfs rw',
  '',
].join('\n');

test('what can be written is every mount that holds files and is not read-only yet, each once', () => {
  expect(writableMountPoints(MOUNTINFO)).toEqual(['/', '/dev/shm', '/home of\\all']);
});

test('a shared directory is made private unless it holds something the test needs', () => {
  expect(privateDirectories(['/opt/work'])).toEqual(['/tmp', '/var/tmp', '/dev/shm', '/run']);
  expect(privateDirectories(['/tmp/work', '/runs/x', '/run'])).toEqual(['/var/tmp', '/dev/shm']);
});
