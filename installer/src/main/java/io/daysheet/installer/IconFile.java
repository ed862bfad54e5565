package io.daysheet.installer;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;

/// The desk's own icon in the form that this system's launcher wants: the pictures are those of the
/// desk's jar, `.ico` and `.icns` are only envelopes around them.
///
/// @param jar the desk's jar
/// @param folder where the file is written
record IconFile(Path jar, Path folder) {

  private static final String PICTURES = "io/daysheet/desktop/fx/icon/daysheet-%d.png";

  Path write() throws IOException {
    String os = System.getProperty("os.name");
    if (os.startsWith("Windows")) {
      return Files.write(folder.resolve("daysheet.ico"), ico(pictures(16, 24, 32, 48, 64, 256)));
    }
    if (os.startsWith("Mac")) {
      return Files.write(folder.resolve("daysheet.icns"), icns(pictures(128, 256, 512)));
    }
    return Files.write(folder.resolve("daysheet.png"), pictures(512).get(512));
  }

  /// The PNG files by their size.
  private Map<Integer, byte[]> pictures(Integer... sizes) throws IOException {
    var pictures = new LinkedHashMap<Integer, byte[]>();
    try (var file = new JarFile(jar.toFile())) {
      for (int size : List.of(sizes)) {
        try (InputStream png = file.getInputStream(file.getEntry(PICTURES.formatted(size)))) {
          pictures.put(size, png.readAllBytes());
        }
      }
    }
    return pictures;
  }

  /// A directory of six bytes and sixteen for each picture, little-endian, then the pictures.
  static byte[] ico(Map<Integer, byte[]> pictures) {
    int offset = 6 + 16 * pictures.size();
    int length = offset + pictures.values().stream().mapToInt(png -> png.length).sum();
    ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
    for (var picture : pictures.entrySet()) {
      byte side = (byte) (picture.getKey() & 0xff); // 256 is written as 0
      file.put(side).put(side).put((byte) 0).put((byte) 0);
      file.putShort((short) 1).putShort((short) 32);
      file.putInt(picture.getValue().length).putInt(offset);
      offset += picture.getValue().length;
    }
    pictures.values().forEach(file::put);
    return file.array();
  }

  /// A header and one chunk for each picture, big-endian.
  static byte[] icns(Map<Integer, byte[]> pictures) throws IOException {
    Map<Integer, String> kinds = Map.of(128, "ic07", 256, "ic08", 512, "ic09");
    var chunks = new ByteArrayOutputStream();
    var out = new DataOutputStream(chunks);
    for (var picture : pictures.entrySet()) {
      out.write(kinds.get(picture.getKey()).getBytes(StandardCharsets.US_ASCII));
      out.writeInt(8 + picture.getValue().length);
      out.write(picture.getValue());
    }
    var file = new ByteArrayOutputStream();
    var header = new DataOutputStream(file);
    header.write("icns".getBytes(StandardCharsets.US_ASCII));
    header.writeInt(8 + chunks.size());
    chunks.writeTo(header);
    return file.toByteArray();
  }
}
