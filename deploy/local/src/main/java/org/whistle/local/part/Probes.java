package org.whistle.local.part;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Asks parts whether they can do their work. Every question is answered within two seconds. */
public final class Probes {

    private static final int CONNECT_MILLIS = 500;
    private static final int ANSWER_MILLIS = 2_000;
    private static final short API_VERSIONS = 18;
    private static final int CORRELATION = 7;

    private Probes() {}

    /** Whether a web address answers 200. */
    public static boolean http(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(ANSWER_MILLIS);
            connection.setInstanceFollowRedirects(false);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Whether a broker answers. It is asked for the versions it speaks, the first thing every client asks; a broker
     * accepts connections long before it answers, so connecting alone would prove nothing.
     */
    public static boolean kafka(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(2 + 2 + 4 + 2);
            out.writeShort(API_VERSIONS);
            out.writeShort(0);
            out.writeInt(CORRELATION);
            out.writeShort(-1);
            out.flush();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            return in.readInt() > 0 && in.readInt() == CORRELATION;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a database accepts a login and answers a query. */
    public static boolean postgres(int port, String database, String user, String password) {
        try (Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, login(user, password))) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private static Properties login(String user, String password) {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "1");
        login.setProperty("socketTimeout", "2");
        return login;
    }
}
