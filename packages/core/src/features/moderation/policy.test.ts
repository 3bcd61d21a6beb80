// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { VitrineError } from '../../model/index.js';
import { testRoom, until } from '../../testing/index.js';
import { policyFeature, type ModerationPort, type RoomPolicy } from './index.js';

const first: RoomPolicy = { words: ['scam'], links: 'all', hold: 'none', unreviewed: 'allow', revision: 1 };

/** A back end that counts how often its policy was changed. */
class BackEnd implements ModerationPort {
  now = first;
  held = async (): Promise<readonly never[]> => [];
  decide = async (): Promise<boolean> => true;
  restrict = async (): Promise<void> => undefined;

  async policy(): Promise<RoomPolicy> {
    return this.now;
  }
  async setPolicy(policy: RoomPolicy): Promise<RoomPolicy> {
    const { revision = 0 } = this.now;
    if (policy.revision !== revision) throw new VitrineError('CONFLICT', 'Too late.', { field: 'revision' });
    return (this.now = { ...policy, revision: revision + 1 });
  }
}

describe('the policy feature', () => {
  it('knows the policy and puts another in its place', async () => {
    const backEnd = new BackEnd();
    const room = await testRoom({ moderation: backEnd }, { features: [policyFeature] });
    await until(() => room.store.state.policy?.status === 'ready');
    expect(room.store.state.policy).to.deep.include({ policy: first, canSet: true });
    await room.request('policy:set', { policy: { ...first, links: 'staff' } });
    expect(room.store.state.policy?.policy).to.deep.equal({ ...first, links: 'staff', revision: 2 });
    room.close();
  });

  it('has what somebody else made of it after a change that came too late', async () => {
    const backEnd = new BackEnd();
    const room = await testRoom({ moderation: backEnd }, { features: [policyFeature] });
    await until(() => room.store.state.policy?.status === 'ready');
    const theirs = { ...first, words: ['theirs'], revision: 2 };
    backEnd.now = theirs;
    const error = await room
      .request('policy:set', { policy: { ...first, words: ['mine'] } })
      .catch((thrown: unknown) => thrown);
    expect(error).to.have.property('code', 'CONFLICT');
    expect(room.store.state.policy?.policy).to.deep.equal(theirs);
    expect(backEnd.now).to.equal(theirs);
    room.close();
  });

  it('is absent where the back end does not tell', async () => {
    const { held, decide, restrict } = new BackEnd();
    const room = await testRoom({ moderation: { held, decide, restrict } }, { features: [policyFeature] });
    expect(room.store.state.policy).to.deep.include({ status: 'absent', canSet: false });
    const error = await room.request('policy:set', { policy: first }).catch((thrown: unknown) => thrown);
    expect(error).to.have.property('code', 'NO_PORT');
    room.close();
  });
});
