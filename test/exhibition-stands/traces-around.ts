import { randomUUID } from 'node:crypto';
import { addExhibition, insert } from './rows.js';
import { at, type AddTraces } from './traced.js';

/** Of what is around a stand: its events and visitors, and what is left when it is over. */
export const tracesAround: readonly AddTraces[] = [
  async (query, { exhibition, member, name, email }) => {
    const event = await insert(query, 'stand_events', {
      exhibition_id: exhibition,
      title: `Drinks with ${name}`,
      starts_at: '2027-09-26T17:00:00Z',
      ends_at: '2027-09-26T19:00:00Z',
      host_name: name,
      summary: `${name} speaks`,
      capacity: 20,
      audience: 'invited',
      status: 'published',
      hosts_needed: 0,
      briefing: `${name} comes about housing`,
      version: 1,
    });
    await query('INSERT INTO event_readers (stand_event_id, team_member_id) VALUES ($1, $2)', [
      event,
      member,
    ]);
    const guest = await insert(query, 'event_guests', {
      stand_event_id: event,
      name,
      email: email.toUpperCase(),
      plus_ones_allowed: 1,
      status: 'coming',
      secret_hash: Buffer.from(randomUUID()),
      invited_at: at,
      version: 1,
    });
    await query('INSERT INTO guest_needs (guest_id, dietary) VALUES ($1, $2)', [guest, 'No nuts']);
  },
  (query, { exhibition, name, email }) =>
    insert(query, 'visitors', {
      exhibition_id: exhibition,
      at,
      name,
      email: email.toUpperCase(),
      interests: `Asks ${name}`,
      consent_at: at,
      consent_words: 'Yes, write to me.',
      source: 'form',
    }),
  async (query, { exhibition, member, id, name }) => {
    await insert(query, 'thanks', {
      exhibition_id: exhibition,
      team_member_id: member,
      minutes: 120,
      sent_at: at,
      sent_by: id,
      secret_hash: Buffer.from(randomUUID()),
    });
    await insert(query, 'thanks', {
      exhibition_id: exhibition,
      organisation_id: randomUUID(),
      contact_person_id: id,
      minutes: 120,
      sent_at: at,
    });
    await query(
      'INSERT INTO thanks_words (exhibition_id, people, organisations, version) VALUES ($1, $2, $3, 1)',
      [exhibition, `Thank you, and above all ${name}.`, 'Thank you.'],
    );
    const feedback = await insert(query, 'stand_feedback', {
      exhibition_id: exhibition,
      team_member_id: member,
      rating: 5,
      fair: 'yes',
      went_well: `${name} liked it`,
      to_change: '',
      again: 'yes',
      may_quote: true,
      answered_at: at,
      version: 1,
    });
    await insert(query, 'carry_notes', {
      exhibition_id: exhibition,
      kind: 'keep',
      text: `Ask ${name} again`,
      owner_person_id: id,
      owner_name: name,
      done_at: at,
      done_by: id,
      done_by_name: name,
      feedback_id: feedback,
      feedback_part: 'went-well',
      version: 1,
    });
    await insert(query, 'exhibition_history', {
      exhibition_id: exhibition,
      at,
      person_name: 'Sam Example',
      action: `Note added: “Ask ${name} again”`,
      changes: JSON.stringify([{ field: 'Note', to: `Ask ${name} again` }]),
    });
  },
  async (query, { name, email }) => {
    // A stand for which they were a contact and had a task once, that others look after now.
    const exhibition = await addExhibition(query);
    await insert(query, 'exhibition_history', {
      exhibition_id: exhibition,
      at,
      person_name: 'Sam Example',
      action: `Task added: “Ask ${name}”`,
      reason: `${name} said so`,
      changes: JSON.stringify([{ field: 'Contacts', from: `${name}, ${email}`, to: '' }]),
    });
    await insert(query, 'exhibition_tasks', {
      exhibition_id: exhibition,
      kind: 'other',
      title: `Ask ${name}`,
      due_on: '2027-07-01',
      note: `${name} knows`,
      version: 1,
    });
    await insert(query, 'exhibition_costs', {
      exhibition_id: exhibition,
      category: 'travel',
      description: `${name}’s train`,
      version: 1,
    });
    await insert(query, 'exhibition_documents', {
      exhibition_id: exhibition,
      name: 'contract.pdf',
      note: `From ${name}`,
      media_type: 'application/pdf',
      size: 4,
      content: Buffer.from('%PDF'),
      uploaded_at: at,
    });
  },
  (query, { exhibition, name, email }) =>
    insert(query, 'visitor_lists', {
      exhibition_id: exhibition,
      file_name: 'visitors.csv',
      looked_at: at,
      rows: JSON.stringify([
        { at, details: { name, email: email.toUpperCase(), organisationName: null, interests: null } },
      ]),
      summary: '{}',
    }),
];
