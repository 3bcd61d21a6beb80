// SPDX-License-Identifier: MIT
import { VitrineError } from '../../model/index.js';
import type { Feature } from '../feature.js';

/** Owner, host and moderator may pin and moderate; an assistant prepares; a viewer does neither. */
export type ViewerRole = 'viewer' | 'assistant' | 'moderator' | 'host' | 'owner';

/** Who is watching. The role is for showing and hiding controls; the back end decides by its token alone. */
export interface Viewer {
  readonly id: string;
  /** Absent until a guest has chosen one. */
  readonly name?: string;
  readonly role: ViewerRole;
  readonly isGuest: boolean;
}

/** Why an action asks who the viewer is. */
export type IdentityReason = 'chat' | 'cart' | 'checkout' | 'claim' | 'interaction' | 'reminder';

export interface IdentityPort {
  current(): Promise<Viewer>;
  /** Gives a guest a name. @throws {VitrineError} `NAME_RESERVED`, `BAD_INPUT` */
  rename?(name: string): Promise<Viewer>;
  /** Runs the shop's own login; resolves when the viewer is known, so that the tap that asked can go on. */
  require?(reason: IdentityReason): Promise<Viewer>;
}

export interface IdentityState {
  readonly viewer: Viewer | null;
  readonly canRename: boolean;
}

declare module '../../adapter/adapter.js' {
  interface Ports {
    identity: IdentityPort;
  }
}
declare module '../../store/store.js' {
  interface RoomState {
    identity: IdentityState;
  }
}
declare module '../../bus/events.js' {
  interface Requests {
    'identity:require': { detail: { readonly reason: IdentityReason }; answer: Viewer };
    'identity:rename': { detail: { readonly name: string }; answer: Viewer };
  }
  interface Facts {
    'identity:changed': Viewer;
  }
}

const staff: readonly (ViewerRole | undefined)[] = ['host', 'moderator', 'owner'];

/** Whether a role runs the show. */
export function isStaff(role: ViewerRole | undefined): boolean {
  return staff.includes(role);
}

/** Knows who is watching and, when an action needs more, has the shop's own login run. */
export const identityFeature: Feature = {
  name: 'identity',
  setup(context) {
    const { bus, store, signal, report } = context;
    store.set('identity', { viewer: null, canRename: false });
    return ({ identity }) => {
      if (!identity) return;
      const learn = (viewer: Viewer): Viewer => {
        if (signal.aborted) return viewer;
        store.set('identity', { viewer });
        bus.emit('identity:changed', viewer);
        return viewer;
      };
      store.set('identity', { canRename: !!identity.rename });
      identity.current().then(learn).catch(report);
      bus.answer(
        'identity:require',
        async ({ reason }) => {
          if (identity.require) return learn(await identity.require(reason));
          throw new VitrineError('AUTH_REQUIRED', '', { field: reason });
        },
        context,
      );
      const rename = identity.rename?.bind(identity);
      if (rename) bus.answer('identity:rename', async ({ name }) => learn(await rename(name)), context);
    };
  },
};
