import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { Read } from '../../../components/read';
import { TwoZones } from '../../../components/two-zones';
import { offerUndo } from '../../../lib/undo';
import { addComment, commentsQuery, deleteComment, editComment, restoreComment, type Comment } from '../api/comments';
import type { ProjectDetail } from '../api/project';
import { CommentForm } from './comment-form';

interface OneCommentProps {
  projectId: string;
  comment: Comment;
  onChanged: () => Promise<unknown>;
}

function OneComment({ projectId, comment, onChanged }: OneCommentProps) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const { commentId, authorName, body, createdAt, editedAt, mine, editableUntil } = comment;
  const remove = async (): Promise<void> => {
    try {
      await deleteComment(projectId, commentId);
      await onChanged();
      offerUndo(t('projectPage.comments.deleted'), () => restoreComment(projectId, commentId).then(onChanged));
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Paper withBorder p="md" component="li" data-testid="comment">
      <Group justify="space-between" gap="xs" mb={4}>
        <Text fw={600}>{authorName}</Text>
        <Text component="span" size="sm" c="dimmed">
          <TwoZones at={createdAt} />
          {editedAt !== null && ` · ${t('projectPage.comments.edited')}`}
        </Text>
      </Group>
      {editing ? (
        <CommentForm
          draftKey={`gongfang.comment.${commentId}`}
          initial={body}
          label={t('projectPage.comments.edit')}
          submit={t('projectPage.comments.save')}
          send={async (text) => {
            await editComment(projectId, comment, text);
            setEditing(false);
            await onChanged();
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <Text className="plain-text">{body}</Text>
      )}
      {problem !== undefined && (
        <div className="error-summary" role="alert">
          <ProblemText error={problem} />
        </div>
      )}
      {mine && !editing && (
        <Group gap="xs" mt="xs">
          {editableUntil !== null && (
            <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
              {t('projectPage.comments.edit')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => void remove()}>
            {t('projectPage.comments.delete')}
          </Button>
        </Group>
      )}
    </Paper>
  );
}

/** Notes among colleagues of the Secretariat; nobody else ever sees them. */
export function CommentsView({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const comments = useQuery(commentsQuery(project.id));
  const changed = (): Promise<unknown> => queryClient.invalidateQueries({ queryKey: ['project', project.id] });
  return (
    <Stack gap="md" maw={760}>
      <div>
        <Title order={2}>{t('projectPage.comments.title')}</Title>
        <Text size="sm">{t('projectPage.comments.whoReads')}</Text>
      </div>
      <Read query={comments}>
        {({ items }) =>
          items.length === 0 ? (
            <Text>{t('projectPage.comments.none')}</Text>
          ) : (
            <ol className="plain-list" aria-label={t('projectPage.comments.title')}>
              {items.map((comment) => (
                <OneComment key={comment.commentId} projectId={project.id} comment={comment} onChanged={changed} />
              ))}
            </ol>
          )
        }
      </Read>
      <CommentForm
        draftKey={`gongfang.comment.${project.id}`}
        label={t('projectPage.comments.write')}
        submit={t('projectPage.comments.add')}
        send={async (body, key) => {
          await addComment(project.id, key, body);
          await changed();
        }}
      />
    </Stack>
  );
}
