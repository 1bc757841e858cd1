package cn.zrzy.sandbox.hr;

import cn.zrzy.sandbox.kit.Mood;
import cn.zrzy.sandbox.kit.SftpDoor;
import java.nio.file.AccessDeniedException;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;

/** 取件情绪: a file that may not be opened, and a line that breaks while the file is being read. */
final class Reading implements SftpEventListener {

    @Override
    public void opening(ServerSession session, String remoteHandle, Handle handle) throws AccessDeniedException {
        if (SftpDoor.mood(session) == Mood.REJECTING && handle instanceof FileHandle) {
            throw new AccessDeniedException(String.valueOf(handle.getFile()), null, "无权读取");
        }
    }

    @Override
    public void read(
            ServerSession session,
            String remoteHandle,
            FileHandle handle,
            long offset,
            byte[] data,
            int dataOffset,
            int dataLen,
            int readLen,
            Throwable thrown) {
        if (SftpDoor.mood(session) == Mood.ANSWER_LOST) {
            session.close(true);
        }
    }
}
