export interface AccessUnit {
  readonly bytes: Buffer;
  readonly isRandomAccessPoint: boolean;
}

const payloadBytesMax = 184;
const clockHz = 90_000;
const firstPts = clockHz;
const decoderDelayTicks = clockHz / 2;
const pid = { programAssociation: 0x0000, programMap: 0x1000, video: 0x0100 } as const;
const h264StreamType = 0x1b;

/** CRC of program tables: ISO/IEC 13818-1 annex A. */
function crc32Mpeg(bytes: Buffer): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  }
  return crc >>> 0;
}

function uint16(value: number): [number, number] {
  return [value >> 8, value & 0xff];
}

/** ISO/IEC 13818-1, 2.4.3.5: its length, its flags, the clock reference, stuffing. */
function adaptationField(length: number, clockReference: number | undefined): Buffer {
  const field = Buffer.alloc(length, 0xff);
  if (length > 0) field.writeUInt8(length - 1, 0);
  if (length > 1) field.writeUInt8(clockReference === undefined ? 0x00 : 0x10, 1);
  if (clockReference !== undefined) {
    field.writeUInt32BE(Math.floor(clockReference / 2), 2);
    field.writeUInt16BE(((clockReference & 1) << 15) | 0x7e00, 6);
  }
  return field;
}

function packet(packetPid: number, isStart: boolean, adaptation: Buffer, payload: Buffer): Buffer {
  const startAndPid = uint16((isStart ? 0x4000 : 0) | packetPid);
  const control = adaptation.length > 0 ? 0x30 : 0x10;
  return Buffer.concat([Buffer.of(0x47, ...startAndPid, control), adaptation, payload]);
}

function packets(packetPid: number, payload: Buffer, clockReference?: number): Buffer[] {
  const clockReferenceBytes = clockReference === undefined ? 0 : 8;
  const result: Buffer[] = [];
  for (let offset = 0; offset < payload.length;) {
    const isFirst = offset === 0;
    const room = isFirst ? payloadBytesMax - clockReferenceBytes : payloadBytesMax;
    const part = payload.subarray(offset, offset + room);
    const adaptation = adaptationField(payloadBytesMax - part.length, isFirst ? clockReference : undefined);
    result.push(packet(packetPid, isFirst, adaptation, part));
    offset += part.length;
  }
  return result;
}

/** ISO/IEC 13818-1, 2.4.4: a long-form section of version 0, alone in its packet. */
function tablePacket(tablePid: number, tableId: number, id: number, body: readonly number[]): Buffer {
  const sectionLength = body.length + 9;
  const section = Buffer.of(tableId, ...uint16(0xb000 | sectionLength), ...uint16(id), 0xc1, 0, 0, ...body);
  const payload = Buffer.alloc(payloadBytesMax, 0xff);
  payload.writeUInt8(0, 0);
  section.copy(payload, 1);
  payload.writeUInt32BE(crc32Mpeg(section), 1 + section.length);
  return packet(tablePid, true, Buffer.alloc(0), payload);
}

function programTables(): Buffer[] {
  const program = 1;
  const map = [...uint16(program), ...uint16(0xe000 | pid.programMap)];
  const video = [h264StreamType, ...uint16(0xe000 | pid.video), ...uint16(0xf000)];
  return [
    tablePacket(pid.programAssociation, 0x00, 1, map),
    tablePacket(pid.programMap, 0x02, program, [...uint16(0xe000 | pid.video), ...uint16(0xf000), ...video]),
  ];
}

/** ISO/IEC 13818-1, 2.4.3.7: 33 bits in three parts, a marker bit after each. */
function timestamp(pts: number): number[] {
  const high = Math.floor(pts / 2 ** 30);
  return [0x21 | (high << 1), ...uint16(((pts >> 14) & 0xfffe) | 1), ...uint16(((pts << 1) & 0xfffe) | 1)];
}

function pesPacket(payload: Buffer, pts: number): Buffer {
  return Buffer.concat([Buffer.of(0, 0, 1, 0xe0, 0, 0, 0x84, 0x80, 5, ...timestamp(pts)), payload]);
}

function numberByPid(all: readonly Buffer[]): void {
  const sent = new Map<number, number>();
  for (const each of all) {
    const packetPid = each.readUInt16BE(1) & 0x1fff;
    const count = sent.get(packetPid) ?? 0;
    each.writeUInt8(each.readUInt8(3) | (count & 0x0f), 3);
    sent.set(packetPid, count + 1);
  }
}

/** One program with one H.264 stream in presentation order; program tables before each random access point. */
export function muxTransportStream(accessUnits: readonly AccessUnit[], framesPerSecond: number): Buffer {
  const all = accessUnits.flatMap(({ bytes, isRandomAccessPoint }, index) => {
    const pts = firstPts + Math.round((index * clockHz) / framesPerSecond);
    return [
      ...(isRandomAccessPoint ? programTables() : []),
      ...packets(pid.video, pesPacket(bytes, pts), pts - decoderDelayTicks),
    ];
  });
  numberByPid(all);
  return Buffer.concat(all);
}
