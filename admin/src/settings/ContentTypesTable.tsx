import { Fragment, useState } from 'react';
import {
  Box,
  EmptyStateLayout,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
  VisuallyHidden,
} from '@strapi/design-system';
import { useText, type MessageKey } from '../components/useText';
import type { SettingsDto } from '../services/settings';
import { ContentTypeEditor } from './ContentTypeEditor';
import { ContentTypeRow } from './ContentTypeRow';
import { problemsOfType, type SaveProblem } from './save-problem';
import { sortedTypes } from './settings-values';

const COLUMNS: MessageKey[] = [
  'settings.types.on',
  'settings.types.name',
  'settings.types.cover',
  'settings.types.inText',
  'settings.types.count',
  'settings.types.automatic',
];

/** Every content type of the site, the ones that look like articles first, each with its fields to unfold. */
export const ContentTypesTable = ({
  data,
  problem,
}: {
  data: SettingsDto;
  problem: SaveProblem | null;
}) => {
  const text = useText();
  const [openUid, setOpenUid] = useState<string | null>(null);
  const types = sortedTypes(data);
  if (types.length === 0) {
    return <EmptyStateLayout content={text('settings.types.none')} />;
  }
  return (
    <Box tag="section">
      <Box paddingBottom={4}>
        <Typography variant="delta" tag="h2">
          {text('settings.types')}
        </Typography>
      </Box>
      <Table colCount={COLUMNS.length + 1} rowCount={types.length + 1}>
        <Thead>
          <Tr>
            {COLUMNS.map((key) => (
              <Th key={key}>
                <Typography variant="sigma" textColor="neutral600">
                  {text(key)}
                </Typography>
              </Th>
            ))}
            <Th>
              <VisuallyHidden>{text('settings.types.edit')}</VisuallyHidden>
            </Th>
          </Tr>
        </Thead>
        <Tbody>
          {types.map((option, index) => (
            <Fragment key={option.uid}>
              <ContentTypeRow
                option={option}
                index={index}
                siteCount={data.settings.count}
                isOpen={openUid === option.uid}
                hasProblem={problemsOfType(problem, option.uid).length > 0}
                onToggle={() => setOpenUid(openUid === option.uid ? null : option.uid)}
              />
              {openUid === option.uid ? (
                <Tr>
                  <Td colSpan={COLUMNS.length + 1}>
                    <ContentTypeEditor
                      option={option}
                      index={index}
                      data={data}
                      problems={problemsOfType(problem, option.uid)}
                    />
                  </Td>
                </Tr>
              ) : null}
            </Fragment>
          ))}
        </Tbody>
      </Table>
    </Box>
  );
};
