// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.content.UnixFsBuilder;
import org.elastos.smartweb.content.UnixFsFile;
import org.elastos.smartweb.ddrm.DdrmReader;
import org.elastos.smartweb.ddrm.Face;
import org.elastos.smartweb.ddrm.Sidecar;
import org.elastos.smartweb.home.outcome.HomeException;
import org.elastos.smartweb.home.outcome.Outcome;
import org.elastos.smartweb.home.outcome.Refusal;
import org.elastos.smartweb.home.tree.LocalPath;
import org.elastos.smartweb.home.tree.UserTree;
import org.elastos.smartweb.platform.db.Db;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The works that the owner has: files of the tree, checked when they come in, and served as blocks
/// from then on. Thread-safe; blocks, and reads a file whole when it comes in.
public final class Library {

  private static final Logger LOG = LoggerFactory.getLogger(Library.class);
  private static final String SUFFIX = ".ddrm";

  private final UserTree tree;
  private final ShelfStore store;
  private final ServedBlocks blocks;
  private final InstantSource clock;

  /// What the library stands on.
  public record Parts(UserTree tree, Db db, String owner, ServedBlocks blocks) {}

  private record Inspected(ShelvedWork work, UnixFsFile dag) {}

  /// The library of these parts.
  public Library(Parts parts, InstantSource clock) {
    this.tree = parts.tree();
    this.store = new ShelfStore(parts.db(), parts.owner());
    this.blocks = parts.blocks();
    this.clock = clock;
  }

  /// Serves what lies on the shelf; a file that is gone or changed is taken off it and named in the
  /// log.
  public void openAll() {
    for (ShelvedWork work : store.all()) {
      if (!tree.holds(work.path()) || !blocks.serveIfUnchanged(file(work), work.cid())) {
        LOG.atWarn().addKeyValue("path", work.path()).log("a work is gone or has changed");
        store.delete(work.path().name());
      }
    }
  }

  /// Every work, by name.
  public List<ShelvedWork> works() {
    return store.all();
  }

  /// How many works there are.
  public int size() {
    return store.all().size();
  }

  /// The work of a whole name.
  public Outcome<ShelvedWork> workAt(String path) {
    return found(
        LocalPath.parse(path)
            .filter(tree::holds)
            .flatMap(name -> store.named(name.name()))
            .filter(work -> work.path().toString().equals(path)));
  }

  /// The newest copy of a work.
  public Outcome<ShelvedWork> workOf(Hash256 assetId) {
    return found(store.ofAsset(assetId).filter(work -> tree.holds(work.path())));
  }

  /// Every copy of a work.
  List<ShelvedWork> copiesOf(Hash256 assetId) {
    return store.all().stream()
        .filter(work -> work.assetId().equals(assetId) && tree.holds(work.path()))
        .toList();
  }

  /// Where a work lies on the disk.
  public Path file(ShelvedWork work) {
    return tree.locate(work.path())
        .orElseThrow(
            () -> new HomeException("a work on the shelf has no place").with("path", work.path()));
  }

  /// Where the bytes of a work to come may be written meanwhile.
  ///
  /// @param key the same gives the same place after a restart
  /// @return empty when the name cannot be that of a work
  public Optional<Path> stage(String name, String key) {
    return nameOf(name).map(path -> tree.stagingFile(key));
  }

  /// Deletes staged bytes.
  public void discard(Path staged) {
    tree.discard(staged);
  }

  /// Checks a staged file and puts it under its name; whatever is wrong, nothing of it stays.
  public Outcome<ShelvedWork> shelve(Path staged, String name) {
    boolean shelved = false;
    try {
      Optional<LocalPath> path = nameOf(name);
      Outcome<ShelvedWork> outcome =
          path.isPresent()
              ? inspect(staged, path.get()).map(found -> keep(staged, found))
              : Outcome.refused(
                  Refusal.Kind.INVALID,
                  "bad_name",
                  "a work's name is one segment that ends with .ddrm");
      shelved = outcome instanceof Outcome.Done<ShelvedWork>;
      return outcome;
    } finally {
      if (!shelved) {
        tree.discard(staged);
      }
    }
  }

  /// Deletes a work and serves its blocks no more.
  public Outcome<ShelvedWork> delete(String name) {
    Optional<ShelvedWork> work = store.named(name);
    work.ifPresent(gone -> {
      store.delete(name);
      blocks.stop(file(gone));
      tree.delete(gone.path());
      deleteSidecar(gone);
    });
    return found(work);
  }

  private Outcome<Inspected> inspect(Path staged, LocalPath path) {
    return switch (DdrmReader.open(staged)) {
      case DdrmReader.Opening.Refused refused ->
          Outcome.refused(
              Refusal.Kind.INVALID, refused.refusal().code(), "this is no sound .ddrm file");
      case DdrmReader.Opening.Opened(DdrmReader reader) -> {
        try (reader) {
          yield reader.isWhole()
              ? new Outcome.Done<>(describe(reader, staged, path))
              : Outcome.refused(
                  Refusal.Kind.INVALID, "content_damaged", "its content is not what its core says");
        }
      }
    };
  }

  private Inspected describe(DdrmReader reader, Path staged, LocalPath path) {
    try {
      UnixFsFile dag = UnixFsBuilder.of(staged, ServedBlocks.PROFILE);
      return new Inspected(
          new ShelvedWork(
              path,
              reader.core().assetId().hash(),
              dag.root().toString(),
              dag.length(),
              reader.core().pre().type(),
              reader.face().map(Face::name).orElse(path.name()),
              clock.instant().truncatedTo(ChronoUnit.MICROS)),
          dag);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ShelvedWork keep(Path staged, Inspected inspected) {
    ShelvedWork work = inspected.work();
    blocks.stop(file(work));
    if (store.named(work.path().name()).filter(work::isCopyOf).isEmpty()) {
      deleteSidecar(work);
    }
    tree.publish(staged, work.path());
    store.put(work);
    blocks.serve(file(work), inspected.dag());
    return work;
  }

  /// What a file's neighbours are called can never be a work's name.
  private Optional<LocalPath> nameOf(String name) {
    return tree.nameOf(name).filter(path -> name.endsWith(SUFFIX));
  }

  private void deleteSidecar(ShelvedWork work) {
    Path sidecar = Sidecar.beside(file(work));
    tree.nameOf(String.valueOf(sidecar.getFileName())).ifPresent(tree::delete);
  }

  private static Outcome<ShelvedWork> found(Optional<ShelvedWork> work) {
    return work.<Outcome<ShelvedWork>>map(Outcome.Done::new)
        .orElseGet(() ->
            Outcome.refused(
                Refusal.Kind.NOT_FOUND, "no_such_work", "no such work lies on the shelf"));
  }
}
