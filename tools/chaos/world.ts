import { aPartnership, aPerson, aSchool, signedIn } from '../../apps/api/test/scenes';
import { aQuestionnaire, aRound, manyQuestions, published } from '../../apps/api/test/return-scenes';
import type { RunningApi } from '../../apps/api/test/start-api';
import type { Lane } from './history';

const QUESTIONS = 30;

/** So many returns, each with two people who may answer it and are signed in. */
export async function lanes(api: RunningApi, count: number): Promise<Lane[]> {
  const partnership = await aPartnership(api);
  const template = { ...aQuestionnaire(), sections: [...aQuestionnaire().sections, manyQuestions(QUESTIONS)] };
  const version = await published(api, partnership.id, template);
  const made: Lane[] = [];
  for (let at = 0; at < count; at++) {
    const school = await aSchool(api);
    const round = await aRound(api, version, [school.id]);
    const accounts = [];
    for (const role of ['lead', 'contributor'] as const) {
      const person = await aPerson(api, { role, organisationId: school.id });
      const { cookie, csrfToken } = await signedIn(api, person);
      const { rows: [session] } = await api.administrator.query<{ id: string }>('select id from app.session where person_id = $1', [person.id]);
      accounts.push({ cookie, csrfToken, sessionId: session!.id, name: `${person.id}|${partnership.id}` });
    }
    made.push({ submissionId: round.returnOf(school), accounts, versions: new Map(), questions: Array.from({ length: QUESTIONS }, (_, n) => version.id(`many-${n + 1}`)) });
  }
  return made;
}
