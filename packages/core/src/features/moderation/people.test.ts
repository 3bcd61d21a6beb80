// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { VitrineError } from '../../model/index.js';
import { testRoom, until } from '../../testing/index.js';
import { moderationFeature, peopleFeature, type ModerationPort, type RestrictedPerson } from './index.js';

const port = (people?: () => Promise<readonly RestrictedPerson[]>): ModerationPort => ({
  held: async () => [],
  decide: async () => true,
  restrict: async () => undefined,
  ...(people && { people }),
});

describe('the people feature', () => {
  it('knows for whom something holds, the newest first, and asks again when it is told to', async () => {
    let people: RestrictedPerson[] = [
      { id: 'priya', name: 'Priya', restriction: 'muted', since: 1 },
      { id: 'jun', name: 'Jun', restriction: 'banned', since: 2 },
    ];
    const room = await testRoom({ moderation: port(async () => people) }, { features: [peopleFeature] });
    const names = (): string | undefined => room.store.state.people?.restricted.map(({ name }) => name).join();
    await until(() => names() === 'Jun,Priya');
    people = people.slice(1);
    await room.request('people:refresh', {});
    expect(names()).to.equal('Jun');
    room.close();
  });

  it('keeps what it knew when it cannot be told, and says so', async () => {
    let failure: VitrineError | null = null;
    const people = async (): Promise<readonly RestrictedPerson[]> => {
      if (failure) throw failure;
      return [{ id: 'priya', restriction: 'muted' }];
    };
    const room = await testRoom({ moderation: port(people) }, { features: [peopleFeature] });
    await until(() => room.store.state.people?.status === 'ready');
    failure = new VitrineError('NETWORK', 'Gone.');
    const error = await room.request('people:refresh', {}).catch((thrown: unknown) => thrown);
    expect(error).to.have.property('code', 'NETWORK');
    expect(room.store.state.people).to.have.property('status', 'failed');
    expect(room.store.state.people?.restricted).to.have.length(1);
    room.close();
  });

  it('counts the answer to the later of two questions', async () => {
    const answers: ((people: readonly RestrictedPerson[]) => void)[] = [];
    const people = (): Promise<readonly RestrictedPerson[]> => new Promise((resolve) => answers.push(resolve));
    const room = await testRoom({ moderation: port(people) }, { features: [peopleFeature] });
    const later = room.request('people:refresh', {});
    await until(() => answers.length === 2);
    answers[1]?.([]);
    await later;
    answers[0]?.([{ id: 'priya', restriction: 'muted' }]);
    await Promise.resolve();
    expect(room.store.state.people).to.deep.include({ status: 'ready', restricted: [] });
    room.close();
  });

  it('is absent where the back end does not tell, and the moderation says what there is', async () => {
    const room = await testRoom({ moderation: port() }, { features: [moderationFeature, peopleFeature] });
    expect(room.store.state.people).to.have.property('status', 'absent');
    expect(room.store.state.moderation).to.deep.include({ hasPeople: false, hasPolicy: false });
    const error = await room.request('people:refresh', {}).catch((thrown: unknown) => thrown);
    expect(error).to.have.property('code', 'NO_PORT');
    room.close();
    const other = await testRoom({ moderation: port(async () => []) }, { features: [moderationFeature] });
    expect(other.store.state.moderation).to.deep.include({ hasPeople: true, hasPolicy: false });
    other.close();
  });
});
