import type { Socket } from 'node:net';

const lineBytesMax = 1024;
/** What a client sends ahead while a command is at work. */
const waitingMax = 16;

export interface FtpCommand {
  /** In upper case. */
  readonly verb: string;
  readonly argument: string;
}

/** Undefined for what is no text in UTF-8, or has control characters. */
function commandIn(line: Uint8Array): FtpCommand | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line);
    const [, verb = '', argument = ''] = /^([A-Za-z]{1,8})(?: (.*))?$/s.exec(text) ?? [];
    return verb === '' || /[\u0000-\u001f\u007f]/.test(text) ? undefined : { verb: verb.toUpperCase(), argument };
  } catch {
    return undefined;
  }
}

/**
 * Has the commands of a connection carried out one after another, in order; `carryOut` never fails. Whoever sends lines
 * without end, or more commands than are waited for, is cut off. The result stops it, and drops what has not begun.
 */
export function readCommands(socket: Socket, carryOut: (command: FtpCommand | undefined) => Promise<void>): () => void {
  let rest = Buffer.alloc(0);
  let waiting = 0;
  let stopped = false;
  let last = Promise.resolve();
  const onData = (chunk: Buffer): void => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0x0a); end >= 0 && !stopped; end = rest.indexOf(0x0a)) {
      const line = rest.subarray(0, rest[end - 1] === 0x0d ? end - 1 : end);
      rest = rest.subarray(end + 1);
      waiting += 1;
      const command = line.length > lineBytesMax ? undefined : commandIn(line);
      last = last.then(async () => {
        waiting -= 1;
        if (!stopped) await carryOut(command);
      });
    }
    if (rest.length > lineBytesMax || waiting > waitingMax) socket.destroy();
  };
  socket.on('data', onData);
  return () => {
    stopped = true;
    socket.off('data', onData);
  };
}
