package org.whistle.district;

/** The two datums positions come in: WGS 84 (satellite receivers) and GCJ-02 (Chinese map services). */
public enum Datum implements Coded {
    WGS84("wgs84") {
        @Override
        public Coordinates toWgs84(Coordinates position) {
            return position;
        }

        @Override
        public Coordinates fromWgs84(Coordinates position) {
            return position;
        }
    },
    GCJ02("gcj02") {
        @Override
        public Coordinates toWgs84(Coordinates position) {
            return Gcj02.toWgs84(position);
        }

        @Override
        public Coordinates fromWgs84(Coordinates position) {
            return Gcj02.fromWgs84(position);
        }
    };

    private final String code;

    Datum(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** A position of this datum in WGS 84, to better than 0.5 m; unchanged outside China. */
    public abstract Coordinates toWgs84(Coordinates position);

    /** A WGS 84 position in this datum; unchanged outside China. */
    public abstract Coordinates fromWgs84(Coordinates position);
}
