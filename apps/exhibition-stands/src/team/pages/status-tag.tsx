import { Tag, type TagColour } from '#ui';
import type { MemberStatus } from '../domain/member-status.js';

export const statusWords: Readonly<Record<MemberStatus, string>> = {
  invited: 'Not answered',
  answered: 'Answered',
  declined: 'Cannot come',
  left: 'Left',
};

const colours: Readonly<Record<MemberStatus, TagColour>> = {
  invited: 'yellow',
  answered: 'green',
  declined: 'grey',
  left: 'grey',
};

export const StatusTag = ({ status }: { readonly status: MemberStatus }) => (
  <Tag colour={colours[status]}>{statusWords[status]}</Tag>
);
