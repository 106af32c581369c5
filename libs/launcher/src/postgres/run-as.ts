import { execFileSync, spawnSync, type SpawnOptions } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';
import { StartError } from '../start-error.ts';

/** How a PostgreSQL program is to be run by whoever started us. */
export interface RunAs {
  /** Makes a file or folder PostgreSQL's own. */
  own(this: void, path: string): void;
  /** The command, arguments and options that run a program as the right user. */
  command(
    this: void,
    program: string,
    args: readonly string[],
  ): { file: string; args: string[]; options: SpawnOptions };
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL's own user where the machine has one, else the one for programs that should own nothing. */
const candidates = ['postgres', 'nobody'];

function lookUp(name: string): User | null {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
    const user = { uid: id('-u'), gid: id('-g') };
    return user.uid > 0 ? user : null;
  } catch {
    return null;
  }
}

function ownerOf(path: string): User | null {
  try {
    const { uid, gid } = statSync(path);
    return uid > 0 ? { uid, gid } : null;
  } catch {
    return null;
  }
}

const asMyself: RunAs = {
  own: () => {},
  command: (program, args) => ({ file: program, args: [...args], options: {} }),
};

function asUser({ uid, gid }: User): RunAs {
  return {
    own: (path) => chownSync(path, uid, gid),
    command: (program, args) => ({ file: program, args: [...args], options: { uid, gid } }),
  };
}

/**
 * As another user who may still pass through folders that are closed to him, such as root's home or a temporary folder
 * of mode 0700. Without `no_setuid_fixup` access(2), with which PostgreSQL looks for itself, would not honour that.
 */
function asUserWhoPasses({ uid, gid }: User): RunAs {
  const flags = [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--securebits=+no_setuid_fixup',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ];
  return {
    own: (path) => chownSync(path, uid, gid),
    command: (program, args) => ({ file: 'setpriv', args: [...flags, program, ...args], options: {} }),
  };
}

function canReach(how: RunAs, program: string, folder: string): boolean {
  const test = how.command('/bin/sh', ['-c', 'test -x "$0" && test -x "$1"', program, folder]);
  return spawnSync(test.file, test.args, { ...test.options, stdio: 'ignore', cwd: '/' }).status === 0;
}

/**
 * PostgreSQL refuses to run as root, so root runs it as somebody else: as the owner of the data that is there, else
 * as the first user there is of {@link candidates}. Nothing on the machine is changed for it.
 *
 * @param program the `postgres` program
 * @param folder where the data folder is or will be
 * @param data the data folder
 * @throws StartError naming DATA_DIR when nobody else can get at the data
 */
export function chooseRunAs(program: string, folder: string, data: string): RunAs {
  if (process.getuid?.() !== 0) return asMyself;
  const user = ownerOf(data) ?? candidates.map(lookUp).find((found) => found !== null);
  if (!user) {
    throw new StartError(
      'PostgreSQL does not run as root, and this machine has no user "postgres" or "nobody": start as an ordinary user, or set DATABASE_URL.',
    );
  }
  const ways = [asUser(user), asUserWhoPasses(user)];
  const way = ways.find((how) => canReach(how, program, folder));
  if (way) return way;
  throw new StartError(
    `DATA_DIR ${folder} or this folder is closed to others, and PostgreSQL does not run as root: open the folders above to others, start as an ordinary user, or set DATABASE_URL.`,
  );
}
