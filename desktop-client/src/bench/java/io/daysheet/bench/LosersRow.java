package io.daysheet.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;

/// Sixty-four clients want one hour at the same moment: how long the last one waits for its answer,
/// and whether exactly one got it. Each of them has a patient of its own.
final class LosersRow {

  private static final int CLIENTS = 64;
  private static final int ROUNDS = 12;
  private static final int WARM_UP = 2;
  private static final double GOAL_MS = 500;

  private final BenchServer server;
  private final Clinics clinics;

  LosersRow(BenchServer server, Clinics clinics) {
    this.server = server;
    this.clinics = clinics;
  }

  Row measure() throws Exception {
    List<RestClient> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(
          new RestClient(
              server,
              () -> {
                throw new IllegalStateException("the hour is given");
              }));
    }
    try {
      List<Double> slowest = new ArrayList<>();
      boolean oneWinner = true;
      for (int round = 0; round < ROUNDS; round++) {
        List<Answered> answers = race(clients, round);
        oneWinner &= answers.stream().filter(answer -> answer.status() == 201).count() == 1;
        oneWinner &= answers.stream().filter(Answered::isDoctorBusy).count() == CLIENTS - 1;
        if (round >= WARM_UP) {
          slowest.add(answers.stream().mapToDouble(Answered::milliseconds).max().orElseThrow());
        }
      }
      Samples samples = Samples.of(slowest);
      return new Row(
          "Losers of one slot, 64 at once: the last answer",
          "one winner, 63 × doctor-busy",
          Row.figure(
              "%.0f ms, worst of %d rounds %.0f ms",
              samples.median(), samples.count(), samples.max()),
          oneWinner ? "always one winner" : "NOT always one winner",
          Row.figure("≤ %.0f ms", GOAL_MS),
          oneWinner && samples.max() <= GOAL_MS);
    } finally {
      for (RestClient client : clients) {
        client.close();
      }
    }
  }

  private record Answered(double milliseconds, int status, boolean namesTheDoctor) {
    boolean isDoctorBusy() {
      return status == 409 && namesTheDoctor;
    }
  }

  /// The hours of the last days are nobody else's.
  private List<Answered> race(List<RestClient> clients, int round) throws Exception {
    int doctor = Clinics.firstDoctorOf(Clinics.WATCHED);
    var start = clinics.start(Clinics.DAYS - 1 - round / Clinics.HOURS, round % Clinics.HOURS);
    var gate = new CyclicBarrier(CLIENTS);
    List<Integer> numbers = IntStream.range(0, CLIENTS).boxed().toList();
    return Load.inParallel(
        numbers,
        number -> {
          var slot =
              new Slot(
                  doctor,
                  clinics.patient(
                      doctor + number % Clinics.DOCTORS_THERE, number / Clinics.DOCTORS_THERE),
                  start);
          gate.await();
          long sent = System.nanoTime();
          RawHttp.Answer answer = clients.get(number).book(slot);
          return new Answered(
              (System.nanoTime() - sent) / 1e6,
              answer.status(),
              answer.body().contains("\"doctor-busy\""));
        });
  }
}
