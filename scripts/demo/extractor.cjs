'use strict';

const { readFileSync, writeFileSync } = require('node:fs');
const { parseArgs } = require('node:util');
const muxjs = require('mux.js');

const usage = 'usage: extractor [--channel CC1|CC2|CC3|CC4] SAMPLE -o OUTPUT';
const channels = ['CC1', 'CC2', 'CC3', 'CC4'];
const ticksPerSecond = 90_000;
const packetBytes = 188;
const syncByte = 0x47;

function parseCommandLine(words) {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { channel: { type: 'string', default: 'CC1' }, output: { type: 'string', short: 'o' } },
  });
  const [sample, ...excess] = positionals;
  if (!channels.includes(values.channel)) throw new Error(`no such channel: ${values.channel}`);
  if (sample === undefined || excess.length > 0 || values.output === undefined)
    throw new Error('one SAMPLE, one OUTPUT');
  return { channel: values.channel, sample, output: values.output };
}

function readCommandLine(words) {
  try {
    return parseCommandLine(words);
  } catch (error) {
    console.error(`${error.message}\n${usage}`);
    process.exit(2);
  }
}

function isTransportStream(bytes) {
  return bytes[0] === syncByte && (bytes.length <= packetBytes || bytes[packetBytes] === syncByte);
}

/** A transport stream has no time zero of its own: times count from its first picture. */
function captionsOfTransportStream(bytes) {
  const packets = new muxjs.mp2t.TransportPacketStream();
  const pictures = new muxjs.codecs.h264.H264Stream();
  const captions = [];
  let firstPts = Infinity;

  pictures.on('data', (unit) => {
    firstPts = Math.min(firstPts, unit.pts);
  });
  packets
    .pipe(new muxjs.mp2t.TransportParseStream())
    .pipe(new muxjs.mp2t.ElementaryStream())
    .pipe(new muxjs.mp2t.TimestampRolloverStream())
    .pipe(pictures)
    .pipe(new muxjs.mp2t.CaptionStream())
    .on('data', (caption) => captions.push(caption));
  packets.push(bytes);
  packets.flush();

  const seconds = (pts) => (pts - firstPts) / ticksPerSecond;
  return captions.map((caption) => ({
    ...caption,
    startTime: seconds(caption.startPts),
    endTime: seconds(caption.endPts),
  }));
}

/** Without the initialization segment in front of the media segment, mux.js reports no captions and no error. */
function captionsOfFragmentedMp4(bytes) {
  const trackIds = muxjs.mp4.probe.videoTrackIds(bytes);
  if (trackIds.length === 0) throw new Error('neither a transport stream nor an MP4 file with a video track');
  const parser = new muxjs.mp4.CaptionParser();
  parser.init();
  const parsed = parser.parse(bytes, trackIds, muxjs.mp4.probe.timescale(bytes));
  for (const { level, message } of parsed?.logs ?? []) console.error(`${level}: ${message}`);
  return parsed?.captions ?? [];
}

/** Rows with their positions since mux.js 7.0.0; before, one text that keeps the empty rows between two rows. */
function rowsOf({ content, text }) {
  return content ?? text.split('\n').flatMap((row) => (row === '' ? [] : [{ text: row }]));
}

function timestamp(seconds) {
  const ms = Math.round(seconds * 1000);
  const part = (unitMs, count, digits) => String(Math.floor(ms / unitMs) % count).padStart(digits, '0');
  return `${part(3_600_000, 100, 2)}:${part(60_000, 60, 2)}:${part(1000, 60, 2)},${part(1, 1000, 3)}`;
}

/** Positions stand on the line of times, so that a change of position leaves the text lines as they are. */
function formatCue(caption, index) {
  const rows = rowsOf(caption);
  const positions = rows.flatMap(({ line, position }) =>
    line === undefined ? [] : [` line:${line} position:${position}%`],
  );
  const times = `${timestamp(caption.startTime)} --> ${timestamp(caption.endTime)}`;
  return `${[index + 1, times + positions.join(''), ...rows.map((row) => row.text)].join('\n')}\n\n`;
}

const { channel, sample, output } = readCommandLine(process.argv.slice(2));
const bytes = new Uint8Array(readFileSync(sample));
const captions = isTransportStream(bytes) ? captionsOfTransportStream(bytes) : captionsOfFragmentedMp4(bytes);
const cues = captions
  .filter(({ stream }) => stream === channel)
  .sort((one, other) => one.startTime - other.startTime)
  .map(formatCue);
writeFileSync(output, cues.join(''));
